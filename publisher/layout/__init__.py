"""Elements and computed styles to pages of positioned lines. Begin with `document.lay_out`."""
