#!/bin/sh
# Starts the desktop: Trunkline --help tells its words. Wherever the folder is put, its own Java runs it.
set -eu
home=$(dirname "$(dirname "$(readlink -f "$0")")")

# one that does not fit is left aside by Java without a word
if [ -f "$home/lib/app/desktop-app.aot" ]; then
    set -- "-XX:AOTCache=$home/lib/app/desktop-app.aot" -jar "$home/lib/app/desktop-app.jar" "$@"
else
    set -- -jar "$home/lib/app/desktop-app.jar" "$@"
fi
exec "$home/lib/runtime/bin/Trunkline" -Xmx512m -XX:+UseSerialGC --enable-native-access=ALL-UNNAMED "$@"
