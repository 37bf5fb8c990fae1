"""Makes Debian's azure-cli 2.45 find the SDKs that Debian ships beside it.

The CLI asks for models of API versions (network 2022-01-01, compute 2022-11-01…) that python3-azure 20230112 does not
hold: without this every "az network" and "az vm" command ends in a traceback. A version that is not there is answered with
the nearest one that is. Python reads this file at its start where its folder is on PYTHONPATH; where the CLI finds what it
asks for, nothing changes.
"""

import importlib
import importlib.abc
import importlib.util
import os
import re
import sys

VERSION = re.compile(r"^(azure(?:\.\w+)+)\.(v\d[\w]*)((?:\.\w+)*)$")


class NearestVersion(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    def find_spec(self, name, path=None, target=None):
        found = VERSION.match(name)
        stand_in = found and self.stand_in(*found.groups())
        if not stand_in or stand_in == name:
            return None
        spec = importlib.util.spec_from_loader(name, self)
        spec.loader_state = stand_in
        return spec

    def stand_in(self, package, version, rest):
        folder = os.path.dirname(getattr(importlib.import_module(package), "__file__", None) or "")
        if not folder:
            return None
        versions = sorted(each for each in os.listdir(folder) if re.match(r"^v\d\w*$", each))
        newer = [each for each in versions if each >= version]
        nearest = newer[0] if newer else versions[-1] if versions else None
        return nearest and f"{package}.{nearest}{rest}"

    def create_module(self, spec):
        return importlib.import_module(spec.loader_state)

    def exec_module(self, module):
        pass


# Last, so that it is asked for what nobody else has.
sys.meta_path.append(NearestVersion())
