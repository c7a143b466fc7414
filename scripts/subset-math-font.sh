#!/bin/sh
# Writes src/page/fonts/stix-two-math.woff2 and its licence anew: what the formulas need of STIX Two Math, with its MATH table.
# Needs `pip install fonttools brotli`. usage: scripts/subset-math-font.sh
set -eu
root=$(cd "$(dirname "$0")/.." && pwd)
cd "$(mktemp -d)"
npm pack --silent @fontsource/stix-two-math@5.3.0 >/dev/null
tar xzf ./*.tgz
# ASCII; Greek; italic Latin and Greek letters, which single-letter identifiers are set in; operators.
pyftsubset package/files/stix-two-math-latin-400-normal.woff2 --flavor=woff2 --no-hinting --name-IDs='*' \
  --unicodes=20-7E,391-3C9,3D5,1D434-1D467,210E,1D6E2-1D71B \
  --text='−·×√∑∏⟨⟩‖≷≍≤≥≪≫≈≠∝∈→∞′⊤⋯…∗ℝ∂' --layout-features=ssty,dtls,flac,rtlm \
  --output-file="$root/src/page/fonts/stix-two-math.woff2"
cp package/LICENSE "$root/public/licences/stix-two-math.txt"
