"""A window of WebKitGTK that keeps what pages store in a folder, as Safari does: WebKitWebDriver's keeps nothing.

webkit-window.py FOLDER ADDRESS SCRIPT: opens the address, and asks the script again and again until it answers with a text, which is printed.
Then the window stays open until it is killed.
"""
import sys

import gi

gi.require_version('Gtk', '3.0')
gi.require_version('WebKit2', '4.1')
from gi.repository import GLib, Gtk, WebKit2  # noqa: E402

folder, address, script = sys.argv[1:]
manager = WebKit2.WebsiteDataManager(base_data_directory=f'{folder}/data', base_cache_directory=f'{folder}/cache')
view = WebKit2.WebView.new_with_context(WebKit2.WebContext.new_with_website_data_manager(manager))
window = Gtk.Window(default_width=1280, default_height=720)
window.add(view)
window.show_all()


def ask() -> bool:
    view.evaluate_javascript(script, -1, None, None, None, answer)
    return False


def answer(_view, result) -> None:
    try:
        text = view.evaluate_javascript_finish(result).to_string()
    except GLib.Error as error:
        text = ''
        print(error.message, file=sys.stderr)
    if text:
        # The session's bus says things of its own.
        print(f'answer: {text}', flush=True)
    else:
        GLib.timeout_add(100, ask)


view.load_uri(address)
ask()
Gtk.main()
