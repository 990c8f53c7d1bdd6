"""Where the reading is done: in this process or in several of this machine."""
