"""Corrections: what a person says of an outline, kept in a file beside the text and found again by words.

`model` is what a file says; `parse` reads it, `write` writes it. `anchors` finds lines again in a text that
has been edited, `added` those of headings that a person has put in; `place` asks both for a whole file.
`apply` corrects a reading, `wording` makes a heading of words. `propose` makes the file from a reading
and the file there was; `differ` compares two readings.
"""
