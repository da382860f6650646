"""What pages are made of before anybody asks for one: templates, addresses, files joined from others."""
