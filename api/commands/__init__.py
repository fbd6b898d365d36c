"""The command line, `variorum`.

cli.py             the commands; console.py how they speak, terminal/ how results look
inputs.py          what a command is given to read: article_files.py files, fetching.py and pages.py the web
seeding.py         the demonstration stories; demonstration.py stores them
serving.py         runs the application until interrupted
"""
