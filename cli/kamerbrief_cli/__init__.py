"""The command `kamerbrief`: all that a person sees."""

import gc

gc.set_threshold(50_000)  # a command's objects live as long as it does: looking for rubbish costs a tenth of the time
