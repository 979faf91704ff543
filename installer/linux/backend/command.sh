#!/bin/sh
# Starts the backend, or does what the first word says: trunkline-backend --help tells the words.
#
# Settings are read from /etc/trunkline/backend.yaml, secrets from /etc/trunkline/backend.env; unpacked anywhere, from the
# folder etc beside bin. What the environment says already wins, and TRUNKLINE_CONFIG may name other settings.
set -eu
home=$(dirname "$(dirname "$(readlink -f "$0")")")

if [ "$home" = /usr/lib/trunkline-backend ]; then
    etc=/etc/trunkline
    # what it writes has to be the service's own
    if [ "$(id -u)" = 0 ] && id trunkline >/dev/null 2>&1; then
        export HOME=/var/lib/trunkline-backend
        exec setpriv --reuid=trunkline --regid=trunkline --init-groups "$0" "$@"
    fi
else
    etc=$home/etc
fi

# NAME=value, one a line, taken as it stands; quotes around a value are not part of it
if [ -r "$etc/backend.env" ]; then
    number=0
    while IFS= read -r line || [ -n "$line" ]; do
        number=$((number + 1))
        name=${line%%=*}
        value=${line#*=}
        case $line in
        '' | '#'*) continue ;;
        *=*) ;;
        *) name='?' ;;
        esac
        case $name in
        '' | [0-9]* | *[!A-Za-z0-9_]*)
            echo "trunkline-backend: line $number of $etc/backend.env is not NAME=value" >&2
            exit 2
            ;;
        esac
        case $value in
        '"'*'"') value=${value#'"'} value=${value%'"'} ;;
        "'"*"'") value=${value#"'"} value=${value%"'"} ;;
        esac
        printenv "$name" >/dev/null || export "$name=$value"
    done <"$etc/backend.env"
fi
if [ -z "${TRUNKLINE_CONFIG:-}" ] && [ -r "$etc/backend.yaml" ]; then
    export TRUNKLINE_CONFIG="$etc/backend.yaml"
fi

# one that does not fit is left aside by Java without a word
if [ -f "$home/lib/app/backend-api.aot" ]; then
    set -- "-XX:AOTCache=$home/lib/app/backend-api.aot" -jar "$home/lib/app/backend-api.jar" "$@"
else
    set -- -jar "$home/lib/app/backend-api.jar" "$@"
fi
exec "$home/lib/runtime/bin/java" -XX:+UseSerialGC "$@"
