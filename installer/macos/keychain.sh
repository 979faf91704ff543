#!/usr/bin/env bash
# Puts the certificate of a workflow's secrets into a keychain of its own and says where build.sh finds it and the notary's key. Does nothing,
# and says so, when there are no secrets.
#
#   MACOS_CERTIFICATE            the "Developer ID Application" certificate with its key, PKCS 12 in Base64
#   MACOS_CERTIFICATE_PASSWORD   its password
#   MACOS_NOTARY_KEY             the App Store Connect API key, the text of the .p8
#   MACOS_NOTARY_KEY_ID, MACOS_NOTARY_ISSUER
#
# Writes the variables of build.sh to the file that GITHUB_ENV names.
set -euo pipefail

if [ -z "${MACOS_CERTIFICATE:-}" ]; then
    echo "There is no certificate among the secrets (MACOS_CERTIFICATE): the disk image will be neither signed nor notarised."
    exit 0
fi
umask 077
folder=$(mktemp -d)
trap 'rm -f "$folder"/certificate.* "$folder"/again.p12' EXIT
keychain=$folder/build.keychain-db

# The password never stands on a command line, where others could read it; security takes none in another way. So the certificate is packed
# again, under a word that is worth nothing and lives for this step.
printf '%s' "$MACOS_CERTIFICATE" | base64 --decode >"$folder/certificate.p12"
word=$(uuidgen)
/usr/bin/openssl pkcs12 -in "$folder/certificate.p12" -passin env:MACOS_CERTIFICATE_PASSWORD -nodes -out "$folder/certificate.pem"
/usr/bin/openssl pkcs12 -export -in "$folder/certificate.pem" -passout "pass:$word" -out "$folder/again.p12"

security create-keychain -p "$word" "$keychain"
security set-keychain-settings -lut 7200 "$keychain"
security unlock-keychain -p "$word" "$keychain"
security import "$folder/again.p12" -k "$keychain" -P "$word" -T /usr/bin/codesign
security set-key-partition-list -S apple-tool:,apple:,codesign: -s -k "$word" "$keychain" >/dev/null
security list-keychains -d user -s "$keychain" login.keychain-db

identity=$(security find-identity -v -p codesigning "$keychain" | sed -n 's/.*"\(Developer ID Application: .*\)"/\1/p' | head -1)
[ -n "$identity" ] || {
    echo "keychain.sh: MACOS_CERTIFICATE holds no valid \"Developer ID Application\" certificate." >&2
    exit 1
}
echo "TRUNKLINE_SIGN_IDENTITY=$identity" >>"$GITHUB_ENV"

if [ -n "${MACOS_NOTARY_KEY:-}" ]; then
    printf '%s\n' "$MACOS_NOTARY_KEY" >"$folder/notary.p8"
    {
        echo "TRUNKLINE_NOTARY_KEY=$folder/notary.p8"
        echo "TRUNKLINE_NOTARY_KEY_ID=$MACOS_NOTARY_KEY_ID"
        echo "TRUNKLINE_NOTARY_ISSUER=$MACOS_NOTARY_ISSUER"
    } >>"$GITHUB_ENV"
else
    echo "There is no notary's key among the secrets (MACOS_NOTARY_KEY): the disk image will be signed and not notarised."
fi
