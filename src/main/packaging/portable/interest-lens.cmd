@echo off
rem Starts Interest Lens: its window, or a command, as in: interest-lens help
rem With the first 64-bit Java of version 17 or newer among: JAVA_HOME, PATH, where its makers install it.
rem INTEREST_LENS_START is set by "InterestLens.cmd": the window, without a console.
setlocal enableextensions
set "home=%~dp0"
set "java="
if defined JAVA_HOME call :try "%JAVA_HOME%\bin\java.exe"
for %%p in (java.exe) do call :try "%%~$PATH:p"
for %%m in (Java "Eclipse Adoptium" Microsoft Zulu "Amazon Corretto" BellSoft) do (
    for /f "delims=" %%d in ('dir /b /ad "%ProgramFiles%\%%~m" 2^>nul') do call :try "%ProgramFiles%\%%~m\%%d\bin\java.exe"
)
if not defined java goto lack
if defined INTEREST_LENS_START (
    start "" "%java:java.exe=javaw.exe%" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xshare:auto -Dai.djl.offline=true -jar "%home%interest-lens.jar"
    exit /b 0
)
"%java%" -Dai.djl.offline=true -jar "%home%interest-lens.jar" %*
exit /b %errorlevel%

:try
if defined java exit /b
if not exist "%~1" exit /b
set "version="
set "bits="
for /f "tokens=1,3" %%a in ('""%~1" -XshowSettings:properties -version 2>&1"') do (
    if "%%a"=="java.specification.version" set "version=%%b"
    if "%%a"=="os.arch" set "bits=%%b"
)
if not "%bits%"=="amd64" exit /b
for /f "tokens=1 delims=." %%v in ("%version%") do if %%v geq 17 set "java=%~1"
exit /b

:lack
chcp 65001 >nul
set "language="
for /f "tokens=3" %%l in ('reg query "HKCU\Control Panel\International" /v LocaleName 2^>nul ^| find "LocaleName"') do set "language=%%l"
if /i "%language:~0,2%"=="zh" (
    echo 没有启动 Interest Lens：需要 17 或更新版本的 64 位 Java。
    echo 请从 https://adoptium.net 安装 Java 17 或更新版本，然后再次启动；也可以用 JAVA_HOME 指明它所在的文件夹。
) else (
    echo Interest Lens was not started: it needs a 64-bit Java of version 17 or newer.
    echo Install Java 17 or newer from https://adoptium.net and start again; JAVA_HOME can name the folder where it is.
)
if defined INTEREST_LENS_START pause
exit /b 1
