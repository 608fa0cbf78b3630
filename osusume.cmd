@echo off
rem Starts Osusume from a clone: finds a JDK 25, builds on first use and after changes, and starts.
setlocal EnableExtensions DisableDelayedExpansion
set "HOME_DIR=%~dp0"
if "%HOME_DIR:~-1%"=="\" set "HOME_DIR=%HOME_DIR:~0,-1%"
set "TARGET=%HOME_DIR%\target"
set "BUILT=%TARGET%\.osusume-built"
set "JDK="

if defined JAVA_HOME call :try "%JAVA_HOME%"
if not defined JDK for /f "delims=" %%J in ('where javac 2^>nul') do if not defined JDK call :try "%%~dpJ.."
for %%R in ("%ProgramFiles%\Eclipse Adoptium" "%ProgramFiles%\Java" "%ProgramFiles%\Microsoft" "%ProgramFiles%\Zulu" "%USERPROFILE%\.jdks") do (
  if exist "%%~R" for /d %%D in ("%%~R\*") do if not defined JDK call :try "%%~D"
)
if not defined JDK (
  echo osusume: needs a JDK 25 or later, and none was found. Install one ^(https://adoptium.net^) and set JAVA_HOME to its folder. 1>&2
  exit /b 1
)

set "STALE="
if not exist "%BUILT%" set "STALE=yes"
if not defined STALE (
  rem The folder is handed over in the environment: quoted in the command, an apostrophe in it would end the text.
  powershell -NoProfile -Command "$h=$env:HOME_DIR; $b=(Get-Item -LiteralPath $env:BUILT -Force).LastWriteTimeUtc; $new=Get-ChildItem -Recurse -File -LiteralPath ($h+'\src\main'),($h+'\data\demo'),($h+'\pom.xml') | Where-Object { $_.LastWriteTimeUtc -gt $b } | Select-Object -First 1; if ($new) { exit 1 }"
  if errorlevel 1 set "STALE=yes"
)
if defined STALE (
  where mvn >nul 2>nul
  if errorlevel 1 (
    echo osusume: needs Maven 3.8 or later to build itself, and there is no mvn on the PATH. Install it from https://maven.apache.org. 1>&2
    exit /b 1
  )
  echo osusume: building ^(this is done once^)... 1>&2
  set "JAVA_HOME=%JDK%"
  pushd "%HOME_DIR%"
  call mvn --quiet --batch-mode -Dmaven.test.skip=true package 1>&2
  if errorlevel 1 (
    popd
    echo osusume: the build failed; what Maven said stands above. 1>&2
    exit /b 1
  )
  popd
  type nul > "%BUILT%"
)

rem What is over in a moment needs no second compiler, and no Vector API, of which Java warns.
set "MEMORY=-XX:+UseG1GC -XX:G1PeriodicGCInterval=10000"
set "VECTOR=,jdk.incubator.vector"
if /i "%~1"=="list" if /i not "%~2"=="next" (
  set "MEMORY=-XX:+UseSerialGC -XX:TieredStopAtLevel=1"
  set "VECTOR="
)
set "MOST=-Xmx2g"
if /i not "%~1"=="talk" goto start
set "MEMORY=-XX:+UseSerialGC"
set "MOST=-Xmx1250m"
rem It learns by itself where nothing is kept yet. The words are looked at as they stand: a message is no command.
set OSUSUME_WORDS=%*
set OSUSUME_WORDS | findstr /c:" --models" >nul && goto start
findstr /c:"\"blend\"" "%HOME_DIR%\models\manifest.json" >nul 2>nul && set "VECTOR="

:start
set "OSUSUME_WORDS="
"%JDK%\bin\java" -Dosusume.home="%HOME_DIR%" -Dfile.encoding=UTF-8 ^
  %MEMORY% -XX:MinHeapFreeRatio=10 -XX:MaxHeapFreeRatio=20 %MOST% ^
  --module-path "%TARGET%\javafx" --add-modules javafx.controls,javafx.fxml%VECTOR% ^
  --enable-native-access=javafx.graphics,ALL-UNNAMED --sun-misc-unsafe-memory-access=allow ^
  -cp "%TARGET%\osusume.jar;%TARGET%\lib\*" osusume.Main %*
exit /b %ERRORLEVEL%

:try
if not exist "%~1\bin\javac.exe" exit /b
if not exist "%~1\release" exit /b
set "V=0"
for /f "tokens=2 delims==" %%V in ('findstr /b "JAVA_VERSION=" "%~1\release"') do set "V=%%~V"
for /f "tokens=1 delims=." %%M in ("%V%") do if %%M GEQ 25 set "JDK=%~1"
exit /b
