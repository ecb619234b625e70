"""What a block says about its own role: by its wording, its typography, its marks and its neighbours."""
