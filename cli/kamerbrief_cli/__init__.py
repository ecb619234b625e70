"""The command line program `kamerbrief`: its commands, and how their results are shown."""

import gc

# Most objects live until the command ends; collecting at the usual threshold would take a tenth of the time.
gc.set_threshold(50_000)
