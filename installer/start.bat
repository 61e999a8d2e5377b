@echo off
rem Sets up on first start, from the wheels beside this script and without internet, then opens the dashboard.
setlocal
cd /d "%~dp0"
set PY=py -3
where py >nul 2>nul || set PY=python
for /f %%v in ('%PY% -c "import sys; print('%%d.%%d' %% sys.version_info[:2])"') do set VERSION=%%v
if not exist "requirements-windows-%VERSION%.txt" (
    echo This folder has no packages for Python %VERSION%. START-HERE.txt names the version that it needs.
    pause
    exit /b 1
)
if not exist .venv\installed.txt (
    echo Setting up, once ...
    %PY% -m venv .venv || goto failed
    .venv\Scripts\python -m pip install --quiet --disable-pip-version-check --no-index --find-links wheels --require-hashes -r requirements-windows-%VERSION%.txt || goto failed
    echo done> .venv\installed.txt
)
if not exist data\demo-store (
    .venv\Scripts\python -m arms_analytics demo data\demo-workbooks --records data\demo-store || goto failed
    .venv\Scripts\python -m arms_analytics load data\demo-workbooks --database data\demo-store || (rmdir /s /q data\demo-store & goto failed)
)
start "" http://localhost:8501
.venv\Scripts\python -m streamlit run app.py
exit /b 0
:failed
echo Something went wrong above. Nothing outside this folder was changed; it may be deleted and copied again.
pause
exit /b 1
