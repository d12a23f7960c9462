"""Corrections: what a person says of an outline, kept in a file beside the text and found again by words.

`model` is what a file says; `parse` reads it, `write` writes it; `anchors` finds its lines in a text that
has been edited; `place` does so for all headings of a file; `apply` corrects a reading; `propose` makes
the file from a reading and the file there was; `differ` compares two readings.
"""
