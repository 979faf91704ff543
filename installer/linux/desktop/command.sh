#!/bin/sh
# Starts the desktop: Trunkline --help tells its words. Wherever the folder is put, its own Java runs it.
set -eu
home=$(dirname "$(dirname "$(readlink -f "$0")")")

# How Java runs, and what each brings to a desk at rest:
#   a small heap to begin with, with a young generation of 16 MB instead of 116 MB: 58 MB of memory; a full collection of a desk takes 46 ms
#   what the C library keeps of freed memory is given back: 6 MB
java="-Xmx512m -Xms40m -Xmn16m -XX:+UseSerialGC -XX:TrimNativeHeapInterval=5000 --enable-native-access=ALL-UNNAMED"

# one that does not fit is left aside by Java without a word
if [ -f "$home/lib/app/desktop-app.aot" ]; then
    set -- "-XX:AOTCache=$home/lib/app/desktop-app.aot" -jar "$home/lib/app/desktop-app.jar" "$@"
else
    set -- -jar "$home/lib/app/desktop-app.jar" "$@"
fi
# shellcheck disable=SC2086 # words, not one
exec "$home/lib/runtime/bin/Trunkline" $java "$@"
