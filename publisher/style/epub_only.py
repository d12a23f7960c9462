"""The rows of the property table that only the EPUB has use for: names without further facts."""

from __future__ import annotations

EPUB_ONLY = tuple(
    """
    background background-attachment background-clip background-color background-image background-origin
    background-position background-repeat background-size
    border-top-color border-right-color border-bottom-color border-left-color border-collapse
    border-image border-radius border-spacing
    bottom box-decoration-break box-shadow box-sizing
    caption-side clear clip clip-path column-count column-fill column-gap column-rule column-rule-color
    column-rule-style column-rule-width column-span column-width columns counter-increment cursor
    direction empty-cells
    align-content align-items align-self flex flex-basis flex-direction flex-flow flex-grow flex-shrink
    flex-wrap justify-content justify-items justify-self order gap row-gap
    grid grid-area grid-auto-columns grid-auto-flow grid-auto-rows grid-column grid-column-end
    grid-column-gap grid-column-start grid-gap grid-row grid-row-end grid-row-gap grid-row-start
    grid-template grid-template-areas grid-template-columns grid-template-rows
    color-scheme filter font-display font-feature-settings font-kerning font-language-override
    font-optical-sizing font-size-adjust font-stretch font-synthesis font-variant-alternates
    font-variant-east-asian font-variant-ligatures font-variant-position font-variation-settings
    hanging-punctuation height hyphenate-character hyphenate-limit-chars
    image-orientation image-rendering inset isolation left line-break list-style-image
    list-style-position margin-block margin-block-end margin-block-start margin-inline
    margin-inline-end margin-inline-start max-height max-width min-height min-width mix-blend-mode
    object-fit object-position opacity outline outline-color outline-offset outline-style outline-width
    overflow overflow-wrap overflow-x overflow-y padding-block padding-block-end padding-block-start
    padding-inline padding-inline-end padding-inline-start position print-color-adjust quotes
    right ruby-align ruby-position shape-margin shape-outside speak speak-as tab-size table-layout
    text-align-last text-combine-upright text-decoration text-decoration-color text-decoration-line
    text-decoration-skip-ink text-decoration-style text-decoration-thickness text-emphasis
    text-emphasis-color text-emphasis-position text-emphasis-style text-justify text-orientation
    text-overflow text-rendering text-shadow text-size-adjust text-underline-offset
    text-underline-position text-wrap top transform transform-origin transition
    unicode-bidi visibility word-break word-wrap writing-mode z-index
    """.split()  # noqa: SIM905 (a list literal of these takes two pages)
)
"""Properties that reading systems know and the print layout does not: passed with any value."""
