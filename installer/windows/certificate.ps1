# Puts the certificate of a workflow's secrets into the certificate store and says where build.ps1 finds it. Does nothing, and says so, when
# there are no secrets.
#
#   WINDOWS_CERTIFICATE            the code-signing certificate with its key, PKCS 12 in Base64
#   WINDOWS_CERTIFICATE_PASSWORD   its password
#
# Writes the variable of build.ps1 to the file that GITHUB_ENV names, and the folder of signtool to the one that GITHUB_PATH names.
Set-StrictMode -Version 2
$ErrorActionPreference = "Stop"

if (-not $env:WINDOWS_CERTIFICATE) {
    Write-Host "There is no certificate among the secrets (WINDOWS_CERTIFICATE): the packages will not be signed."
    exit 0
}
$file = Join-Path $env:RUNNER_TEMP "certificate.pfx"
try {
    [IO.File]::WriteAllBytes($file, [Convert]::FromBase64String($env:WINDOWS_CERTIFICATE))
    $password = ConvertTo-SecureString $env:WINDOWS_CERTIFICATE_PASSWORD -AsPlainText -Force
    $certificate = Import-PfxCertificate -FilePath $file -CertStoreLocation Cert:\CurrentUser\My -Password $password
} finally {
    Remove-Item -Force -ErrorAction SilentlyContinue $file
}
$signtool = Get-ChildItem "${env:ProgramFiles(x86)}\Windows Kits\10\bin\*\x64\signtool.exe" | Sort-Object FullName | Select-Object -Last 1
if (-not $signtool) {
    [Console]::Error.WriteLine("certificate.ps1: signtool.exe of the Windows SDK is missing.")
    exit 1
}
Add-Content $env:GITHUB_PATH $signtool.DirectoryName
Add-Content $env:GITHUB_ENV "TRUNKLINE_SIGN_THUMBPRINT=$($certificate.Thumbprint)"
