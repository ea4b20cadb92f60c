"""A file manager's stand-in: a small square from which files can be dragged, on top of everything else.

Usage: drag_source.py X Y SIZE FILE...   Says "ready" once it is there, and "dropped" or "refused" after the drag.
"""

import pathlib
import sys

import gi

gi.require_version("Gdk", "3.0")
gi.require_version("Gtk", "3.0")
from gi.repository import Gdk, Gtk  # noqa: E402

x, y, size = map(int, sys.argv[1:4])
addresses = [pathlib.Path(file).resolve().as_uri() for file in sys.argv[4:]]


def say(word):
    print(word, flush=True)


def hand_over(_widget, _context, data, _info, _time):
    data.set_uris(addresses)


def failed(_widget, _context, _result):
    say("refused")
    Gtk.main_quit()
    return True


def ended(_widget, _context):
    say("dropped")
    Gtk.main_quit()


window = Gtk.Window(type=Gtk.WindowType.POPUP)
square = Gtk.EventBox()
square.drag_source_set(Gdk.ModifierType.BUTTON1_MASK, [], Gdk.DragAction.COPY)
square.drag_source_add_uri_targets()
square.connect("drag-data-get", hand_over)
square.connect("drag-failed", failed)
square.connect("drag-end", ended)
square.set_size_request(size, size)
window.add(square)
window.move(x, y)
window.connect("map-event", lambda *_: say("ready"))
window.show_all()
Gtk.main()
