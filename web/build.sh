#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Called by Maven: `install` brings the packages of package-lock.json, once for each state of it; `build` makes dist/;
# `test` runs lint and unit tests. Needs Node.js 20.19 or later and npm.
set -eu
cd "$(dirname -- "$0")"
stamp=node_modules/.fumibako-lock

die() {
    echo "fumibako web: $*" >&2
    exit 1
}

need_npm() {
    command -v node >/dev/null || die "Node.js is needed to build the screens and is not installed. Install Node.js 20.19 or later with npm, or leave the screens out with -Dweb.skip."
    command -v npm >/dev/null || die "npm is needed to build the screens and is not installed. Install it, or leave the screens out with -Dweb.skip."
    node -e 'const [a, b] = process.versions.node.split("."); process.exit(a > 20 || (a == 20 && b >= 19) ? 0 : 1)' ||
        die "Node.js 20.19 or later is needed to build the screens; this is $(node --version)."
}

lock_hash() {
    node -e 'console.log(require("crypto").createHash("sha256").update(require("fs").readFileSync("package-lock.json")).digest("hex"))'
}

need_npm
case "${1:-}" in
    install)
        hash=$(lock_hash)
        if [ "$(cat "$stamp" 2>/dev/null)" != "$hash" ]; then
            echo "fumibako web: installing packages with npm ci (under a minute) ..." >&2
            npm ci --prefer-offline --no-audit --no-fund --loglevel=error >&2 ||
                die "npm ci failed, so the packages of the screens are not complete; its messages are above. Is the npm registry reachable?"
            echo "$hash" >"$stamp"
        fi
        ;;
    build) npm run --silent build >&2 || die "the screens could not be built; the messages are above." ;;
    test)
        npm run --silent lint >&2 || die "the sources of the screens are not as Biome wants them; 'npm run format' in web/ mends most."
        npm run --silent test >&2 || die "tests of the screens failed; they are named above."
        ;;
    *) die "usage: build.sh install|build|test" ;;
esac
