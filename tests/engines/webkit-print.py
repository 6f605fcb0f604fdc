"""
Prints pages in WebKitGTK as a visitor does, into PDF files: its WebDriver has no command for that.

    python3 tests/engines/webkit-print.py < jobs.json

`jobs.json` is a list of { "url", "pdf", "paper"?, "landscape"?, "margin"?, "width"?, "height"?, "ready"?, "before"? }: the paper's name
("iso_a4", "na_letter", "iso_a5"), margins of the page set-up in millimetres, the window's size in pixels, a JavaScript expression that is
true when the page may be printed, and a script that runs before that. Prints a line of JSON for each job. Needs python3-gi,
gir1.2-webkit2-4.1 and a display (Xvfb).
"""

import json
import sys

import gi

gi.require_version('Gtk', '3.0')
gi.require_version('WebKit2', '4.1')
from gi.repository import GLib, Gtk, WebKit2  # noqa: E402

# Longest wait for a page, in milliseconds.
PATIENCE = 60_000
POLL = 200


class Printer:
    """Prints one job after the other in one window."""

    def __init__(self, jobs):
        self.jobs = jobs
        self.failed = False
        self.window = Gtk.Window()
        self.next()

    def next(self):
        if not self.jobs:
            Gtk.main_quit()
            return
        self.job = self.jobs.pop(0)
        # A view of its own for each: of one that was left WebKit may go on to print the page before.
        child = self.window.get_child()
        if child:
            self.window.remove(child)
            child.destroy()
        self.view = WebKit2.WebView.new_with_context(WebKit2.WebContext.new_ephemeral())
        self.window.add(self.view)
        self.window.resize(self.job.get('width', 1280), self.job.get('height', 720))
        self.window.show_all()
        self.waited = 0
        self.before = self.job.get('before')
        self.view.load_uri(self.job['url'])
        GLib.timeout_add(POLL, self.poll)

    def poll(self):
        self.waited += POLL
        if self.waited > PATIENCE:
            self.end('the page does not come to rest')
            return False
        ready = self.job.get('ready', 'true')
        script = f"document.readyState === 'complete' && Boolean({ready})"
        self.run(script, self.settle)
        return False

    def run(self, script, then):
        def done(view, result):
            try:
                then(view.run_javascript_finish(result).get_js_value().to_string())
            except GLib.Error as error:
                then(error.message)
        self.view.run_javascript(script, None, done)

    def settle(self, answer):
        if answer != 'true':
            GLib.timeout_add(POLL, self.poll)
        elif self.before:
            script, self.before = self.before, None
            self.run(f'{script}; 1', lambda _: GLib.timeout_add(2000, self.poll))
        else:
            GLib.timeout_add(500, self.print)

    def print(self):
        job = self.job
        setup = Gtk.PageSetup()
        setup.set_paper_size(Gtk.PaperSize.new(job.get('paper', 'iso_a4')))
        if job.get('landscape'):
            setup.set_orientation(Gtk.PageOrientation.LANDSCAPE)
        for side in ('top', 'right', 'bottom', 'left'):
            getattr(setup, f'set_{side}_margin')(job.get('margin', 10), Gtk.Unit.MM)
        settings = Gtk.PrintSettings()
        settings.set_printer('Print to File')
        settings.set(Gtk.PRINT_SETTINGS_OUTPUT_FILE_FORMAT, 'pdf')
        settings.set(Gtk.PRINT_SETTINGS_OUTPUT_URI, GLib.filename_to_uri(job['pdf'], None))
        operation = WebKit2.PrintOperation.new(self.view)
        operation.set_page_setup(setup)
        operation.set_print_settings(settings)
        operation.connect('finished', lambda _: self.end(None))
        operation.connect('failed', lambda _, error: self.end(error.message))
        self.operation = operation
        operation.print_()
        return False

    def end(self, error):
        self.failed = self.failed or error is not None
        print(json.dumps({'pdf': self.job['pdf'], 'error': error}), flush=True)
        self.next()


printer = Printer(json.load(sys.stdin))
Gtk.main()
sys.exit(1 if printer.failed else 0)
