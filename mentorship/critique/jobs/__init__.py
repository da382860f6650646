"""Where what is said meets the job behind the document: the posting read beside it, and what helped."""
