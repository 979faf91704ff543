# Builds the desktop for Windows: two MSIs (for everybody on a computer, and for one person), a portable zip, and their hashes.
#
#   powershell -File installer\windows\build.ps1 [-Version 0.2.0] [-SkipBuild]
#
# Needs a JDK 25 (JAVA_HOME), Node.js with npm, and WiX 3.14 (candle and light, found by WIX or PATH; winget install WiXToolset.WiXToolset).
# To sign, set TRUNKLINE_SIGN_THUMBPRINT to a code-signing certificate's thumbprint in the certificate store, and have signtool on the PATH.
param(
    [string]$Version = "0.1.0",
    [switch]$SkipBuild
)

Set-StrictMode -Version 2
$ErrorActionPreference = "Stop"
$here = Split-Path -Parent $MyInvocation.MyCommand.Path
$checkout = (Resolve-Path (Join-Path $here "..\..")).Path
Set-Location $checkout

function Stop-Build([string]$sentence) {
    [Console]::Error.WriteLine("build.ps1: $sentence")
    exit 1
}

function Invoke-Tool([string]$program, [string[]]$words) {
    & $program @words
    if ($LASTEXITCODE -ne 0) {
        Stop-Build "$program ended with $LASTEXITCODE."
    }
}

# Windows Installer compares three fields: below 256, below 256, below 65536. A fourth is ignored, a word is refused.
if ($Version -notmatch '^(\d{1,3})\.(\d{1,3})\.(\d{1,5})$' -or [int]$Matches[1] -gt 255 -or [int]$Matches[2] -gt 255 -or [int]$Matches[3] -gt 65535) {
    Stop-Build "a version for Windows is three numbers, at most 255.255.65535; this one is $Version."
}
if (-not $env:JAVA_HOME) {
    Stop-Build "JAVA_HOME is not set: install a JDK 25 and set JAVA_HOME to its folder."
}
$bin = Join-Path $env:JAVA_HOME "bin"
$java = Join-Path $bin "java.exe"

function Find-Wix([string]$name) {
    if ($env:WIX -and (Test-Path (Join-Path $env:WIX "bin\$name.exe"))) {
        return Join-Path $env:WIX "bin\$name.exe"
    }
    $found = Get-Command "$name.exe" -ErrorAction SilentlyContinue
    if (-not $found) {
        Stop-Build "$name.exe of WiX 3.14 is missing: winget install WiXToolset.WiXToolset, or set WIX to its folder."
    }
    return $found.Source
}
$candle = Find-Wix "candle"
$light = Find-Wix "light"

function Add-Signature([string]$file) {
    if ($env:TRUNKLINE_SIGN_THUMBPRINT) {
        Invoke-Tool "signtool.exe" @("sign", "/sha1", $env:TRUNKLINE_SIGN_THUMBPRINT, "/fd", "SHA256", "/tr", "http://timestamp.digicert.com", "/td", "SHA256", $file)
    }
}
if (-not $env:TRUNKLINE_SIGN_THUMBPRINT) {
    Write-Host "Not signed: TRUNKLINE_SIGN_THUMBPRINT is not set. Windows will call the publisher unknown."
}

if (-not $SkipBuild) {
    Invoke-Tool ".\mvnw.cmd" @("-B", "verify", "-Psbom", "-DskipTests", "-DskipITs", "-Daot.skip=true", "-Dtrunkline.version=$Version")
}

$work = Join-Path $checkout "installer\target\windows"
$packages = Join-Path $checkout "installer\target\packages"
if (Test-Path $work) {
    Remove-Item -Recurse -Force $work
}
New-Item -ItemType Directory -Force $work, $packages | Out-Null
$desktop = Join-Path $checkout "desktop-app\target"
$tools = "$checkout\installer\target\classes;$desktop\desktop-app.jar;$desktop\lib\*"

# --- the folder of the program ---
$staged = Join-Path $work "input"
New-Item -ItemType Directory -Force "$staged\lib" | Out-Null
Copy-Item "$desktop\desktop-app.jar" $staged
# JavaFX's libraries lie beside its jars, where it finds them at once; in the jars they would lie twice
Copy-Item "$desktop\lib\*.jar", "$desktop\lib\*.dll" "$staged\lib"
Add-Type -AssemblyName "System.IO.Compression"
Add-Type -AssemblyName "System.IO.Compression.FileSystem"
foreach ($jar in Get-ChildItem "$staged\lib\javafx-*.jar") {
    $zip = [IO.Compression.ZipFile]::Open($jar.FullName, "Update")
    try {
        $twice = @($zip.Entries | Where-Object { $_.FullName -like "*.dll" })
        $twice | ForEach-Object { $_.Delete() }
    } finally {
        $zip.Dispose()
    }
}

Invoke-Tool $java @("--enable-native-access=ALL-UNNAMED", "-cp", $tools, "io.trunkline.installer.DrawIcons", "$work\icons")

$needed = & "$bin\jdeps.exe" --ignore-missing-deps --multi-release 25 --print-module-deps --class-path "$staged\lib\*" "$staged\desktop-app.jar" |
    Where-Object { $_ -and $_ -notmatch '^Warning' } | Select-Object -Last 1
$named = Get-Content "installer\common\modules-desktop.properties" | Where-Object { $_ -match '^[a-z]' } | ForEach-Object { ($_ -split '=')[0].Trim() }
# the certificates of the computer and of a smart card are Windows' own
$modules = (@($needed) + @($named) + @("jdk.crypto.mscapi", "jdk.crypto.cryptoki")) -join ","
Invoke-Tool "$bin\jlink.exe" @("--add-modules", $modules, "--include-locales", "en,es", "--strip-java-debug-attributes", "--no-header-files", "--no-man-pages", "--output", "$work\runtime")

function New-Image([string]$folder, [string[]]$more) {
    $words = @(
        "--type", "app-image", "--name", "Trunkline", "--app-version", $Version, "--vendor", "Trunkline",
        "--description", "Trunkline desktop", "--icon", "$work\icons\trunkline.ico",
        "--input", $staged, "--main-jar", "desktop-app.jar", "--main-class", "io.trunkline.desktop.Desktop",
        "--runtime-image", "$work\runtime", "--dest", $folder,
        # why each: installer/linux/desktop/command.sh
        "--java-options", "-Xmx512m", "--java-options", "-Xms40m", "--java-options", "-Xmn16m", "--java-options", "-XX:+UseSerialGC",
        "--java-options", "--enable-native-access=ALL-UNNAMED")
    Invoke-Tool "$bin\jpackage.exe" ($words + $more)
    # jpackage leaves its launcher, and jlink its licences, read-only: such a file takes neither a time nor a signature
    Get-ChildItem -Recurse -File "$folder\Trunkline" | ForEach-Object { $_.IsReadOnly = $false }
    # Java leaves an AOT cache aside whose jars have another time; a cabinet and a zip keep times by two seconds
    $time = [datetime]::SpecifyKind("2026-01-01T00:00:00", [DateTimeKind]::Utc)
    Get-ChildItem -Recurse -File "$folder\Trunkline" | ForEach-Object { $_.LastWriteTimeUtc = $time }
    Copy-Item "LICENSE" "$folder\Trunkline\LICENSE.txt"
    Copy-Item "installer\target\notices\desktop\*" "$folder\Trunkline"
    Add-Signature "$folder\Trunkline\Trunkline.exe"
}
New-Image "$work\image" @()

# --- the AOT cache, made by the packaged program itself ---
$cache = "$work\image\Trunkline\app\desktop-app.aot"
$training = "$desktop\test-classes;$tools;$checkout\backend-api\launcher\target\launcher.jar;$checkout\backend-api\target\lib\*"
Push-Location "desktop-app"
& $java -cp $training io.trunkline.desktop.bench.DeskTraining "$work\image\Trunkline\app\desktop-app.jar" $cache "$work\image\Trunkline\Trunkline.exe"
Pop-Location
function Add-Cache([string]$settings) {
    (Get-Content $settings) -replace '^\[JavaOptions\]$', "[JavaOptions]`njava-options=-XX:AOTCache=`$APPDIR\desktop-app.aot" | Set-Content $settings
}
if (Test-Path $cache) {
    Add-Cache "$work\image\Trunkline\app\Trunkline.cfg"
} else {
    Write-Host "There is no AOT cache, so the desktop will start slower."
}

# --- the MSIs ---
# ICE38, ICE64 and ICE91 speak of files in a profile that follow the person from computer to computer; these do not. ICE61 speaks of a
# version equal to the one installed, which a release never is.
foreach ($scope in "machine", "user") {
    $name = if ($scope -eq "machine") { "Trunkline-$Version-x64.msi" } else { "Trunkline-$Version-x64-user.msi" }
    Invoke-Tool $java @("-cp", $tools, "io.trunkline.installer.ProgramFiles", "$work\image\Trunkline", $scope, "$work\image\files.wxs")
    Push-Location "$work\image"
    Invoke-Tool $candle @("-nologo", "-arch", "x64", "-dVersion=$Version", "-dScope=$scope", "-dIcon=$work\icons\trunkline.ico", "-out", "$work\\", "$here\trunkline.wxs", "files.wxs")
    Invoke-Tool $light @("-nologo", "-sice:ICE38", "-sice:ICE61", "-sice:ICE64", "-sice:ICE91", "-b", "$work\image", "-out", "$packages\$name", "$work\trunkline.wixobj", "$work\files.wixobj")
    Pop-Location
    Add-Signature "$packages\$name"
}

# --- the portable zip: the same program that keeps settings and drafts in the folder data beside itself ---
# by an option of Java: the launcher drops its own arguments as soon as a person gives one, such as --kiosk
New-Image "$work\portable" @("--java-options", '-Dtrunkline.home=$ROOTDIR/data')
if (Test-Path $cache) {
    # it holds no paths but those of jars below its own folder
    Copy-Item $cache "$work\portable\Trunkline\app"
    Add-Cache "$work\portable\Trunkline\app\Trunkline.cfg"
}
Compress-Archive -Force -Path "$work\portable\Trunkline" -DestinationPath "$packages\Trunkline-$Version-x64-portable.zip"

# --- the policy templates, for Group Policy and Intune ---
Compress-Archive -Force -Path "installer\windows\policies\*" -DestinationPath "$packages\Trunkline-$Version-policies.zip"

foreach ($file in Get-ChildItem "$packages\Trunkline-$Version-*") {
    "{0}  {1}  {2:N1} MB" -f (Get-FileHash -Algorithm SHA256 $file.FullName).Hash.ToLower(), $file.Name, ($file.Length / 1000000)
}
$folder = (Get-ChildItem -Recurse -File "$work\image\Trunkline" | Measure-Object -Property Length -Sum).Sum
"installed: {0:N1} MB" -f ($folder / 1000000)
# a window's start needs somebody to look at it; this is how long Windows, the launcher and Java take until the program says its first word
$start = Measure-Command { Start-Process -Wait -NoNewWindow "$work\image\Trunkline\Trunkline.exe" "--help" }
"start to the first word (--help): {0:N0} ms" -f $start.TotalMilliseconds
