#!/bin/sh
# Starts the backend, or does what the first word says: trunkline-backend --help tells the words.
#
# Settings are read from /etc/trunkline/backend.yaml, secrets from /etc/trunkline/backend.env; where there is a folder etc
# beside bin, as in an archive that was only unpacked, from there, and data is kept below the folder of the program then.
# What the environment says already wins, and TRUNKLINE_CONFIG may name other settings, which may have a backend.env of
# their own beside them.
set -eu
home=$(dirname "$(dirname "$(readlink -f "$0")")")
# as the unit has it: what is kept here is nobody else's
umask 027

if [ -d "$home/etc" ]; then
    etc=$home/etc
else
    etc=/etc/trunkline
    # what it writes has to be the service's own
    if [ "$(id -u)" = 0 ] && id trunkline >/dev/null 2>&1; then
        export HOME=/var/lib/trunkline-backend
        groups=$(id -G trunkline | tr ' ' ,)
        # the service may not read the system's journal; who gathers diagnostics as root may
        for word in "$@"; do
            if [ "$word" = diagnostics ] && journal=$(getent group systemd-journal | cut -d: -f3) && [ -n "$journal" ]; then
                groups=$groups,$journal
            fi
        done
        exec setpriv --reuid=trunkline --regid=trunkline --groups="$groups" "$0" "$@"
    fi
fi

if [ -n "${TRUNKLINE_CONFIG:-}" ] && [ -r "$(dirname "$TRUNKLINE_CONFIG")/backend.env" ]; then
    etc=$(dirname "$TRUNKLINE_CONFIG")
fi

# NAME=value, one a line, taken as it stands; quotes around a value are not part of it
if [ -r "$etc/backend.env" ]; then
    number=0
    secrets=no
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
        secrets=yes
        printenv "$name" >/dev/null || export "$name=$value"
    done <"$etc/backend.env"
    case $secrets$(ls -Lld "$etc/backend.env") in
    yes???????r*) echo "Everybody on this machine can read the secrets in $etc/backend.env; chmod o= it" >&2 ;;
    esac
elif [ -e "$etc/backend.env" ]; then
    echo "The secrets in $etc/backend.env are not used: $(id -un) may not read it" >&2
fi
if [ -z "${TRUNKLINE_CONFIG:-}" ] && [ -r "$etc/backend.yaml" ]; then
    export TRUNKLINE_CONFIG="$etc/backend.yaml"
    # whose folders are relative: wherever one stands, it is the same centre
    if [ "$etc" = "$home/etc" ]; then
        cd "$home"
    fi
fi

# one that does not fit is left aside by Java without a word
if [ -f "$home/lib/app/backend-api.aot" ]; then
    set -- "-XX:AOTCache=$home/lib/app/backend-api.aot" -jar "$home/lib/app/backend-api.jar" "$@"
else
    set -- -jar "$home/lib/app/backend-api.jar" "$@"
fi
exec "$home/lib/runtime/bin/java" -XX:+UseSerialGC "$@"
