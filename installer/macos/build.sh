#!/usr/bin/env bash
# Builds the desktop for macOS: Trunkline.app in a disk image, for the processor it runs on.
#
#   installer/macos/build.sh [VERSION] [--skip-build]
#
# Needs a JDK 25 (JAVA_HOME), Node.js with npm, and Xcode's command line tools. Signing and notarising happen when these are set:
#
#   TRUNKLINE_SIGN_IDENTITY     name of a "Developer ID Application" certificate in the keychain
#   TRUNKLINE_NOTARY_KEY        file of an App Store Connect API key (.p8)
#   TRUNKLINE_NOTARY_KEY_ID     its id
#   TRUNKLINE_NOTARY_ISSUER     its issuer
set -euo pipefail
cd "$(dirname "$0")/../.."
checkout=$PWD
here=$checkout/installer/macos

version=0.1.0
build=yes
for word in "$@"; do
    case $word in
        --skip-build) build=no ;;
        *) version=$word ;;
    esac
done

fail() {
    echo "build.sh: $1" >&2
    exit 1
}

[ "$(uname)" = Darwin ] || fail "a program for macOS is built on macOS."
# CFBundleVersion takes three numbers
[[ $version =~ ^[0-9]+\.[0-9]+\.[0-9]+$ ]] || fail "a version for macOS is three numbers; this one is $version."
[ -x "${JAVA_HOME:-}/bin/jpackage" ] || fail "JAVA_HOME is not a JDK: install a JDK 25 and set JAVA_HOME to its folder."
case $(uname -m) in
    arm64) processor=arm64 ;;
    x86_64) processor=x64 ;;
    *) fail "nobody has packaged Trunkline for $(uname -m)." ;;
esac

if [ $build = yes ]; then
    ./mvnw -B verify -Psbom -DskipTests -DskipITs -Daot.skip=true -Dtrunkline.version="$version"
fi

work=$checkout/installer/target/macos
packages=$checkout/installer/target/packages
desktop=$checkout/desktop-app/target
tools="$checkout/installer/target/classes:$desktop/desktop-app.jar:$desktop/lib/*" # Java takes the star
rm -rf "$work"
mkdir -p "$work/input/lib" "$packages"

# --- the program's folder ---
cp "$desktop/desktop-app.jar" "$work/input/"
cp "$desktop"/lib/*.jar "$desktop"/lib/*.dylib "$work/input/lib/"
# JavaFX's libraries lie beside its jars, where it finds them at once; in the jars they would lie twice and be signed twice
for jar in "$work"/input/lib/javafx-*.jar; do
    zip -q -d "$jar" '*.dylib' || [ $? = 12 ] # 12: there was none
done

"$JAVA_HOME/bin/java" --enable-native-access=ALL-UNNAMED -cp "$tools" io.trunkline.installer.DrawIcons "$work/icons"

needed=$("$JAVA_HOME/bin/jdeps" --ignore-missing-deps --multi-release 25 --print-module-deps \
    --class-path "$work/input/lib/*" "$work/input/desktop-app.jar" | grep -v '^Warning' | tail -1)
named=$(sed -n 's/^\([a-z][a-z.]*\) *=.*/\1/p' installer/common/modules-desktop.properties | paste -sd, -)
"$JAVA_HOME/bin/jlink" --add-modules "$needed,$named,jdk.crypto.cryptoki" --include-locales en,es --strip-java-debug-attributes \
    --no-header-files --no-man-pages --output "$work/runtime"

# jpackage wants a version that starts at 1; the real one is written into Info.plist below
# why each word of Java: installer/linux/desktop/command.sh
"$JAVA_HOME/bin/jpackage" --type app-image --name Trunkline --app-version 1.0.0 --vendor Trunkline \
    --mac-package-identifier io.trunkline.desktop --icon "$work/icons/trunkline.icns" \
    --input "$work/input" --main-jar desktop-app.jar --main-class io.trunkline.desktop.Desktop --runtime-image "$work/runtime" \
    --java-options -Xmx512m --java-options -Xms40m --java-options -Xmn16m --java-options -XX:+UseSerialGC \
    --java-options --enable-native-access=ALL-UNNAMED \
    --dest "$work"
app=$work/Trunkline.app
contents=$app/Contents

plist=$contents/Info.plist
for key in NSMicrophoneUsageDescription LSApplicationCategoryType CFBundleDevelopmentRegion CFBundleLocalizations; do
    /usr/libexec/PlistBuddy -c "Delete :$key" "$plist" 2>/dev/null || true # it need not be there
done
/usr/libexec/PlistBuddy -c "Merge $here/Info.plist" "$plist"
plutil -replace CFBundleShortVersionString -string "$version" "$plist"
plutil -replace CFBundleVersion -string "$version" "$plist"
plutil -lint "$plist" "$here/entitlements.plist"
cp -R "$here/en.lproj" "$here/es.lproj" "$contents/Resources/"
cp LICENSE installer/target/notices/desktop/* "$contents/Resources/"

# --- signing, from the inside out ---
# without comments, which the kernel's reader of entitlements does not take
plutil -convert xml1 -o "$work/entitlements.plist" "$here/entitlements.plist"
if [ -n "${TRUNKLINE_SIGN_IDENTITY:-}" ]; then
    sign=(codesign --force --timestamp --options runtime --sign "$TRUNKLINE_SIGN_IDENTITY")
else
    echo "Not signed by anybody: TRUNKLINE_SIGN_IDENTITY is not set. macOS will refuse the program on other computers until a person allows it."
    # Apple's processors start nothing without at least this; the hardened runtime would refuse libraries without a maker
    sign=(codesign --force --sign -)
fi

# webrtc-java's library, and whatever else lies inside a jar: the notary looks there too, and library validation when it is loaded
for jar in "$contents"/app/*.jar "$contents"/app/lib/*.jar; do
    inside=$(unzip -Z1 "$jar" | grep -E '\.(dylib|jnilib)$' || true)
    [ -n "$inside" ] || continue
    taken=$(mktemp -d)
    while IFS= read -r library; do
        echo "signing $library in ${jar##*/}"
        unzip -q "$jar" "$library" -d "$taken"
        "${sign[@]}" "$taken/$library"
        (cd "$taken" && zip -q "$jar" "$library")
    done <<<"$inside"
    rm -rf "$taken"
done

# --- the AOT cache, made by the packaged program itself ---
# Java leaves a cache aside whose jars have another size or time: so after the jars are signed, and with whole seconds, as a disk image keeps
find "$contents/app" -name '*.jar' -exec touch -t 202601010000.00 {} +
touch -t 202601010000.00 "$contents/runtime/Contents/Home/lib/modules"
cache=$contents/app/desktop-app.aot
(cd desktop-app && "$JAVA_HOME/bin/java" \
    -cp "$desktop/test-classes:$tools:$checkout/backend-api/launcher/target/launcher.jar:$checkout/backend-api/target/lib/*" \
    io.trunkline.desktop.bench.DeskTraining "$contents/app/desktop-app.jar" "$cache" "$contents/MacOS/Trunkline")
if [ -f "$cache" ]; then
    # shellcheck disable=SC2016 # $APPDIR is for the program's start
    sed -i '' 's|^\[JavaOptions\]$|[JavaOptions]\
java-options=-XX:AOTCache=$APPDIR/desktop-app.aot|' "$contents/app/Trunkline.cfg"
else
    echo "There is no AOT cache, so the desktop will start slower."
fi

# --- signing, continued: what is no jar ---
while IFS= read -r library; do
    echo "signing ${library#"$contents"/}"
    "${sign[@]}" "$library"
done < <(find "$contents" -name '*.dylib')
while IFS= read -r program; do
    echo "signing ${program#"$contents"/}"
    "${sign[@]}" --entitlements "$work/entitlements.plist" "$program"
done < <(find "$contents/runtime" -type f \( -path '*/bin/*' -o -name jspawnhelper \))
"${sign[@]}" "$contents/runtime"
"${sign[@]}" --entitlements "$work/entitlements.plist" "$app"
codesign --verify --deep --strict --verbose=2 "$app"

echo "installed: $(du -sh "$app" | cut -f1)"
# a window's start needs somebody to look at it; this is how long macOS, the launcher and Java take until the program says its first word
echo "start to the first word (--help):"
time "$contents/MacOS/Trunkline" --help >/dev/null

# --- the disk image ---
image=$packages/Trunkline-$version-$processor.dmg
mkdir "$work/disk"
mv "$app" "$work/disk/"
ln -s /Applications "$work/disk/Applications"
rm -f "$image"
hdiutil create -quiet -volname Trunkline -srcfolder "$work/disk" -fs HFS+ -format UDZO "$image"

if [ -n "${TRUNKLINE_SIGN_IDENTITY:-}" ]; then
    codesign --force --timestamp --sign "$TRUNKLINE_SIGN_IDENTITY" "$image"
fi
if [ -n "${TRUNKLINE_SIGN_IDENTITY:-}" ] && [ -n "${TRUNKLINE_NOTARY_KEY:-}" ]; then
    # the key stays in its file; what stands on the command line is no secret
    xcrun notarytool submit "$image" --key "$TRUNKLINE_NOTARY_KEY" --key-id "$TRUNKLINE_NOTARY_KEY_ID" \
        --issuer "$TRUNKLINE_NOTARY_ISSUER" --wait --timeout 30m
    xcrun stapler staple "$image"
    xcrun stapler validate "$image"
else
    echo "Not notarised: it needs TRUNKLINE_SIGN_IDENTITY and TRUNKLINE_NOTARY_KEY. Gatekeeper will refuse the disk image on other computers."
fi

cp "$here/trunkline.mobileconfig" "$packages/Trunkline-$version.mobileconfig"
(cd "$packages" && shasum -a 256 "Trunkline-$version-$processor.dmg" "Trunkline-$version.mobileconfig" && du -h "Trunkline-$version-$processor.dmg")
