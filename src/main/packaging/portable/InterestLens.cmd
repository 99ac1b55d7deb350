@echo off
rem For a double click on Windows: the window of Interest Lens, without a console behind it.
set "INTEREST_LENS_START=window"
call "%~dp0interest-lens.cmd"
