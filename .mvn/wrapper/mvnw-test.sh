#!/bin/sh
# Tests mvnw with JDKs and Mavens that only say who they are. Needs a real JDK in JAVA_HOME for its web server.
set -u

root=$(cd "$(dirname "$0")/../.." && pwd)
real_jdk=${JAVA_HOME:?set JAVA_HOME to a JDK}
work=$(mktemp -d)
server=''
trap '[ -z "$server" ] || kill "$server" 2>/dev/null; rm -rf "$work"' EXIT
passed=0 failed=0

# A folder that looks like a JDK of the number $2.
fake_jdk() {
    mkdir -p "$1/bin"
    printf 'JAVA_VERSION="%s.0.1"\n' "$2" >"$1/release"
    printf '#!/bin/sh\necho "    java.home = %s" >&2\n' "$1" >"$1/bin/java"
    printf '#!/bin/sh\necho "javac %s.0.1"\n' "$2" >"$1/bin/javac"
    chmod +x "$1/bin/java" "$1/bin/javac"
}

# A mvn in folder $1 of the version $2, which says on which JDK it was started and with what.
fake_maven() {
    mkdir -p "$1"
    printf '#!/bin/sh\n[ "$2" = -v ] && { echo "Apache Maven %s (abc)"; exit; }\necho "maven %s on $JAVA_HOME: $*"\n' "$2" "$2" >"$1/mvn"
    chmod +x "$1/mvn"
}

# Only what the script needs from the system, so that no installed java or mvn is seen.
mkdir -p "$work/tools" "$work/copy/.mvn/wrapper"
for tool in sh sed awk cut mkdir mktemp rm mv tar gzip dirname curl sha512sum shasum; do
    found=$(command -v "$tool") && ln -s "$found" "$work/tools/$tool"
done
cp "$root/mvnw" "$work/copy/"

fake_jdk "$work/java17" 17
fake_jdk "$work/jdks/jdk-26" 26
fake_jdk "$work/jdks/jdk-25" 25
fake_jdk "$work/old/jdk-21" 21
fake_maven "$work/maven" 3.9.9
fake_maven "$work/oldmaven" 3.6.3

# run PATH [NAME=value …]: the script's output with nothing else in its environment
run() {
    path=$1
    shift
    env -i HOME="$work/home" PATH="$path:$work/tools" MVNW_JDK_FOLDERS="$work/jdks" "$@" sh "$work/copy/mvnw" verify -q 2>&1
}

# says NAME TEXT: the last output holds the text
says() {
    case $output in
        *"$2"*) passed=$((passed + 1)) ;;
        *)
            failed=$((failed + 1))
            printf 'FAILED: %s\n  wanted: %s\n  came:   %s\n' "$1" "$2" "$output"
            ;;
    esac
}

output=$(run "$work/maven" JAVA_HOME="$work/jdks/jdk-26")
says 'JAVA_HOME is taken when it is new enough' "maven 3.9.9 on $work/jdks/jdk-26: verify -q"

output=$(run "$work/maven" JAVA_HOME="$work/java17")
says 'an old JAVA_HOME is passed over for the lowest JDK that will do' "on $work/jdks/jdk-25:"

output=$(run "$work/java17/bin:$work/maven")
says 'a default java 17 is passed over' "on $work/jdks/jdk-25:"

output=$(run "$work/jdks/jdk-26/bin:$work/maven")
says 'the java on the PATH is taken when it is new enough' "on $work/jdks/jdk-26:"

rm "$work/jdks/jdk-25/release"
output=$(run "$work/maven")
says 'a JDK without a release file is asked' "on $work/jdks/jdk-25:"

output=$(run "$work/java17/bin:$work/maven" MVNW_JDK_FOLDERS="$work/old")
says 'without a JDK it names what to install' 'needs a JDK 25 or later, and none was found.'
says 'without a JDK it names a product' 'Eclipse Temurin 25'

# A Maven to be fetched from this machine
mkdir -p "$work/served/org/apache/maven/apache-maven/9.9.9" "$work/apache-maven-9.9.9/bin"
fake_maven "$work/apache-maven-9.9.9/bin" 9.9.9
archive="$work/served/org/apache/maven/apache-maven/9.9.9/apache-maven-9.9.9-bin.tar.gz"
tar -czf "$archive" -C "$work" apache-maven-9.9.9
sum=$(if command -v sha512sum >/dev/null; then sha512sum "$archive"; else shasum -a 512 "$archive"; fi | cut -d ' ' -f 1)

mkfifo "$work/said"
"$real_jdk/bin/jwebserver" -b 127.0.0.1 -p 0 -d "$work/served" >"$work/said" 2>/dev/null &
server=$!
exec 3<"$work/said"
while read -r line <&3; do
    case $line in URL*) break ;; esac
done
url=${line#URL }

pin() { printf 'version=9.9.9\nsha512=%s\nfolder=http://127.0.0.1:1/nowhere\n' "$1" >"$work/copy/.mvn/wrapper/maven.properties"; }

pin 0000
output=$(run "$work/oldmaven" MVNW_REPOURL="$url")
says 'a wrong checksum is refused' 'its checksum is wrong. Nothing was installed.'
output="left: [$(ls "$work/home/.m2/wrapper")]"
says 'a wrong checksum leaves nothing behind' 'left: []'

pin "$sum"
output=$(run "$work/oldmaven")
says 'an address that does not answer is named' 'could not be fetched from http://127.0.0.1:1/nowhere'

output=$(run "$work/oldmaven" MVNW_REPOURL="$url")
says 'the right Maven is fetched and run' "maven 9.9.9 on $work/jdks/jdk-25: verify -q"

kill "$server"
server=''
output=$(run "$work/tools" MVNW_REPOURL="$url")
says 'it is fetched only once' "maven 9.9.9 on $work/jdks/jdk-25: verify -q"

printf 'mvnw: %d passed, %d failed\n' "$passed" "$failed"
[ "$failed" -eq 0 ]
