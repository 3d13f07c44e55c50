"""The sign of the atlas in a browser's tab."""

# A ring round an island; in the page itself, so that nothing is fetched.
ICON = (
    "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 32 32'%3E"
    "%3Crect width='32' height='32' rx='6' fill='%231f5fa8'/%3E"
    "%3Cpath d='M7 25 13 17 19 14 25 6' stroke='white' stroke-width='5' fill='none' "
    "stroke-dasharray='5 3'/%3E%3C/svg%3E"
)
