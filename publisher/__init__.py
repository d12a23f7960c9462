"""Turns text that nobody marked up into books: EPUB 3 and print-ready, tagged PDF."""
