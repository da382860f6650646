"""The words of a document as several programs read them, held against its truth: `./run bench words`."""
