@echo off
rem Runs Maven on a JDK 25 or later, also where the default java is older.
rem
rem JDK:   JAVA_HOME, else the java on the PATH, else one of 25 or later in the usual folders.
rem Maven: the mvn on the PATH if it is 3.8.6 or later, else the one pinned in .mvn\wrapper\maven.properties, fetched once into
rem        %USERPROFILE%\.m2\wrapper from Apache's archive, or from the repository named by %MVNW_REPOURL%, and used only if its
rem        checksum is right. Needs curl, tar and certutil, which Windows 10 and later bring.
setlocal EnableExtensions EnableDelayedExpansion
set "NEEDED=25"
set "HERE=%~dp0"

set "FOUND="
if defined JAVA_HOME call :try "%JAVA_HOME%"
if not defined FOUND for /f "tokens=2 delims==" %%h in ('java -XshowSettings:properties -version 2^>^&1 ^| findstr /c:"java.home = "') do call :trim %%h
if not defined FOUND for %%f in ("%ProgramFiles%\Eclipse Adoptium" "%ProgramFiles%\Java" "%ProgramFiles%\Microsoft" "%ProgramFiles%\Zulu" "%ProgramFiles%\Amazon Corretto" "%ProgramFiles%\BellSoft" "%LOCALAPPDATA%\Programs\Eclipse Adoptium" "%USERPROFILE%\.jdks" "%USERPROFILE%\scoop\apps") do (
    for /d %%h in ("%%~f\*") do if not defined FOUND call :try "%%~h"
)
if not defined FOUND (
    echo mvnw: Trunkline needs a JDK %NEEDED% or later, and none was found. 1>&2
    echo mvnw: Install one, for example Eclipse Temurin %NEEDED%, and try again, 1>&2
    echo mvnw: or set JAVA_HOME to the folder of one that is installed already. 1>&2
    exit /b 1
)
set "JAVA_HOME=%FOUND%"

set "OWN="
for /f "tokens=3" %%v in ('mvn -B -v 2^>nul ^| findstr /b /c:"Apache Maven "') do for /f "tokens=1-3 delims=.-" %%a in ("%%v") do (
    set /a "NUMBER=%%a * 10000 + %%b * 100 + %%c" 2>nul
    if !NUMBER! geq 30806 set "OWN=yes"
)
if defined OWN (
    call mvn %*
    exit /b !ERRORLEVEL!
)

for /f "usebackq eol=# tokens=1,* delims==" %%k in ("%HERE%.mvn\wrapper\maven.properties") do set "PINNED_%%k=%%l"
set "MAVEN=%USERPROFILE%\.m2\wrapper\apache-maven-%PINNED_version%"
if not exist "%MAVEN%\bin\mvn.cmd" call :fetch || exit /b 1
call "%MAVEN%\bin\mvn.cmd" %*
exit /b %ERRORLEVEL%

:trim
set "REST=%*"
call :try "%REST%"
exit /b 0

:try
if not exist "%~1\bin\javac.exe" exit /b 0
if not exist "%~1\release" exit /b 0
for /f "usebackq tokens=1,2 delims==." %%a in ("%~1\release") do if "%%a"=="JAVA_VERSION" set "NUMBER=%%~b"
set "NUMBER=%NUMBER:"=%"
if %NUMBER% geq %NEEDED% set "FOUND=%~1"
exit /b 0

:fetch
set "ARCHIVE=apache-maven-%PINNED_version%-bin.tar.gz"
set "FROM=%PINNED_folder%"
if defined MVNW_REPOURL set "FROM=%MVNW_REPOURL%/org/apache/maven/apache-maven/%PINNED_version%"
set "SCRATCH=%USERPROFILE%\.m2\wrapper\fetch.%RANDOM%"
mkdir "%SCRATCH%" || exit /b 1
echo mvnw: fetching Maven %PINNED_version% from %FROM% 1>&2
curl -fsSL --retry 2 -o "%SCRATCH%\%ARCHIVE%" "%FROM%/%ARCHIVE%" || (
    rmdir /s /q "%SCRATCH%"
    echo mvnw: Maven could not be fetched from %FROM%: install Maven 3.8.6 or later, or set MVNW_REPOURL to a repository that can be reached. 1>&2
    exit /b 1
)
certutil -hashfile "%SCRATCH%\%ARCHIVE%" SHA512 | findstr /i /x "%PINNED_sha512%" >nul || (
    rmdir /s /q "%SCRATCH%"
    echo mvnw: What came from %FROM% is not Maven %PINNED_version%: its checksum is wrong. Nothing was installed. 1>&2
    exit /b 1
)
tar -xzf "%SCRATCH%\%ARCHIVE%" -C "%SCRATCH%" || exit /b 1
if not exist "%MAVEN%\bin\mvn.cmd" move "%SCRATCH%\apache-maven-%PINNED_version%" "%MAVEN%" >nul
rmdir /s /q "%SCRATCH%"
exit /b 0
