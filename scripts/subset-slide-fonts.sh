#!/bin/sh
# Writes src/slides/fonts/*.ttf and their licence anew: what saved PDF files embed of Liberation Sans, which is as wide as the
# charts' own type. Its licence keeps its name for the whole font, so these parts have another.
# Needs `pip install fonttools`. usage: scripts/subset-slide-fonts.sh
set -eu
root=$(cd "$(dirname "$0")/.." && pwd)
cd "$(mktemp -d)"
npm pack --silent pdfjs-dist@5.6.205 >/dev/null
tar xzf ./*.tgz package/standard_fonts
from=package/standard_fonts
for style in Regular Bold; do
  out="$root/src/slides/fonts/sans-$(echo "$style" | tr '[:upper:]' '[:lower:]').ttf"
  # Latin; Greek; super- and subscripts; quotation marks, dashes, arrows, operators.
  pyftsubset "$from/LiberationSans-$style.ttf" --no-hinting --layout-features='' --name-IDs='1,2,3,4,6' \
    --unicodes=20-7E,A0-FF,391-3C9,2010-2026,2030,2032,2070-209C,2190-2193,2202,2206,220F,2211,2212,221A,221E,2248,2260,2264,2265,25CF \
    --output-file="$out"
  python3 - "$out" "$style" <<'PYTHON'
import sys
from fontTools.ttLib import TTFont
path, style = sys.argv[1:]
font = TTFont(path)
for record in font["name"].names:
    record.string = {1: "Rank Sans", 2: style, 3: f"Rank Sans {style}", 4: f"Rank Sans {style}", 6: f"RankSans-{style}"}[record.nameID]
font.save(path)
PYTHON
done
cp "$from/LICENSE_LIBERATION" "$root/public/licences/rank-sans.txt"
