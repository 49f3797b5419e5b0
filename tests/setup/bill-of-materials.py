#!/usr/bin/env python3
"""Writes the software bill of materials of the shipped program: CycloneDX 1.5, `target/hub-tasking.cdx.json`.

It reads `cargo metadata --locked` for each system that the program is built for, `ui/package-lock.json`, and the
bundled faces, and checks what it wrote. The same lock files give the same bytes: no time, no random number.
Only Python's own library is used. `make sbom` calls it.
"""

import base64
import hashlib
import json
import re
import struct
import subprocess
import sys
import tomllib
from pathlib import Path
from urllib.parse import quote

PROJECT = Path(__file__).resolve().parents[2]
WRITTEN = PROJECT / "target/hub-tasking.cdx.json"
PROGRAM = "hub-tasking"
FACES = PROJECT / "src-tauri/crates/papers/fonts"

# As in `tests/layers/shipped.rs`.
SYSTEMS = ["x86_64-unknown-linux-gnu", "x86_64-pc-windows-msvc", "aarch64-apple-darwin", "x86_64-apple-darwin"]

# Because the lock file cannot tell which parts of Svelte run in the pages and which compile them: these run.
UI_RUNS_BESIDE_ITS_DEPENDENCIES = ["svelte", "clsx", "esm-env"]
UI_BUILDS = ["svelte", "vite", "vitest", "@sveltejs/vite-plugin-svelte"]

# C sources that crates carry and compile into the program: (crate, where its version tells theirs, what it carries). Of those
# that it does not tell, a header does.
CARRIED = [
    ("sqlcipher-src", r"\+sqlcipher-([\d.]+)-sqlite-", "SQLCipher", "BSD-3-Clause", "zetetic:sqlcipher"),
    ("sqlcipher-src", r"-sqlite-([\d.]+?)(?:-|$)", "SQLite", "blessing", "sqlite:sqlite"),
    ("openssl-src", r"\+(3[\d.]+)$", "OpenSSL", "Apache-2.0", "openssl:openssl"),
    ("libmimalloc-sys", None, "mimalloc", "MIT", "microsoft:mimalloc"),
]


def metadata(system):
    """Returns what cargo says of the whole graph on one system."""
    command = ["cargo", "metadata", "--locked", "--format-version", "1", "--filter-platform", system]
    return json.loads(subprocess.run(command, cwd=PROJECT, check=True, capture_output=True, text=True).stdout)


def in_the_program(system):
    """Returns what cargo would compile for the program alone, by key.

    `cargo metadata` knows the features of the whole workspace only, and the tests ask tokio for sockets.
    """
    tree = ["cargo", "tree", "--locked", "--package", PROGRAM, "--edges", "normal,build", "--target", system]
    lines = subprocess.run([*tree, "--prefix", "none"], cwd=PROJECT, check=True, capture_output=True, text=True).stdout
    words = (line.split() for line in lines.splitlines() if line)
    return {(name, version.removeprefix("v")) for name, version, *_ in words}


def is_proc_macro(package):
    return any("proc-macro" in target["kind"] for target in package["targets"])


def cargo_graph():
    """Returns the packages that the program reaches, by key, with the systems they ship to and their edges.

    Shipped is what `tests/layers/shipped.rs` calls so: reached by normal dependencies, and C sources named `*-src`. What
    only runs while building is reached by build dependencies or is a proc-macro.
    """
    packages, ships, edges = {}, {}, {}
    for system in SYSTEMS:
        found, compiled = metadata(system), in_the_program(system)
        by_id = {package["id"]: package for package in found["packages"]}
        nodes = {node["id"]: node for node in found["resolve"]["nodes"]}
        root = next(package["id"] for package in found["packages"] if package["name"] == PROGRAM)
        linked, reached, waiting = {root}, {root}, [root]
        while waiting:
            here = waiting.pop()
            for dependency in nodes[here]["deps"]:
                there = dependency["pkg"]
                kinds = {kind["kind"] for kind in dependency["dep_kinds"]} & {None, "build"}
                carries = None in kinds or by_id[there]["name"].endswith("-src")
                is_linked = here in linked and carries and not is_proc_macro(by_id[there])
                if not kinds or (is_linked and key_of(by_id[there]) not in compiled):
                    continue
                edges.setdefault(key_of(by_id[here]), set()).add(key_of(by_id[there]))
                if there not in reached or (is_linked and there not in linked):
                    reached.add(there)
                    waiting.append(there)
                    if is_linked:
                        linked.add(there)
        for package in reached:
            packages[key_of(by_id[package])] = by_id[package]
            ships.setdefault(key_of(by_id[package]), set())
            if package in linked:
                ships[key_of(by_id[package])].add(system)
    return packages, ships, edges


def key_of(package):
    return package["name"], package["version"]


def purl(kind, name, version):
    return f"pkg:{kind}/{quote(name, safe='/')}@{quote(version, safe='')}"


def properties(**values):
    return [{"name": f"hub-tasking:{name.replace('_', '-')}", "value": value} for name, value in sorted(values.items())]


def licences(expression):
    return [{"expression": expression.replace("/", " OR ")}]


def component(kind, name, version, reference, licence, use, **more):
    """Returns a component; what only builds is "excluded", the standard's word for what is not in the program."""
    scope = "required" if use == "ships" else "excluded"
    return {
        "type": kind,
        "bom-ref": reference,
        "name": name,
        "version": version,
        "scope": scope,
        "licenses": licences(licence),
        "purl": reference,
        **more,
    }


def cargo_components(packages, ships, locked):
    """Returns a component for each crate, ours without a hash: they are this repository."""
    components = []
    for key, package in packages.items():
        name, version = key
        use = "ships" if ships[key] else "builds"
        more = {}
        if package["source"] is not None:
            more["hashes"] = [{"alg": "SHA-256", "content": locked[key]["checksum"]}]
        told = {"use": use, "from": "Cargo.lock" if package["source"] else "this repository"}
        if ships[key] and ships[key] != set(SYSTEMS):
            told["systems"] = " ".join(sorted(ships[key]))
        more["properties"] = properties(**told)
        reference, licence = cargo_reference(package), package["license"] or ""
        components.append(component("library", name, version, reference, licence, use, **more))
    return components


def cargo_reference(package):
    # Because other people's crates on the registry have the names of ours, ours are none of its kind.
    kind, name = ("cargo", package["name"]) if package["source"] else ("generic", f"{PROGRAM}/{package['name']}")
    return purl(kind, name, package["version"])


def carried_components(packages):
    """Returns the C libraries inside crates, and which crate carries which."""
    components, carried_by = [], {}
    for crate, pattern, name, licence, cpe in CARRIED:
        package = next(package for (found, _), package in packages.items() if found == crate)
        version = re.search(pattern, package["version"]).group(1) if pattern else mimalloc_version(package)
        reference = purl("generic", name.lower(), version)
        told = properties(use="ships", **{"from": f"{crate} {package['version']}"})
        cpe = f"cpe:2.3:a:{cpe}:{version}:*:*:*:*:*:*:*"
        components.append(component("library", name, version, reference, licence, "ships", cpe=cpe, properties=told))
        carried_by.setdefault(cargo_reference(package), set()).add(reference)
    return components, carried_by


def mimalloc_version(package):
    """Returns the version of the sources that are compiled, from the number in their header: 30302 is 3.3.2."""
    header = Path(package["manifest_path"]).parent / "c_src/mimalloc/v3/include/mimalloc.h"
    told = int(re.search(r"MI_MALLOC_VERSION\s+(\d+)", header.read_text(encoding="utf-8")).group(1))
    return f"{told // 10000}.{told // 100 % 100}.{told % 100}"


def ui_components():
    """Returns the packages in the pages and those that build them, and their edges."""
    lock = json.loads((PROJECT / "ui/package-lock.json").read_text(encoding="utf-8"))["packages"]

    def place_of(name, below):
        """Finds a package as Node does: in the nearest folder `node_modules` at or above the one that asks."""
        while True:
            place = f"{below}/node_modules/{name}" if below else f"node_modules/{name}"
            if place in lock:
                return place
            if not below:
                return None
            below = below.rpartition("/node_modules/")[0] if "/node_modules/" in below else ""

    def needs(place):
        told = lock[place]
        optional = {name for name, how in told.get("peerDependenciesMeta", {}).items() if how.get("optional")}
        peers = [name for name in told.get("peerDependencies", {}) if name not in optional]
        names = [*told.get("dependencies", {}), *told.get("optionalDependencies", {}), *peers]
        return {found for found in (place_of(name, place) for name in names) if found}

    def reached_from(places, steps):
        reached, waiting = set(places), list(places)
        while waiting:
            for there in steps(waiting.pop()) - reached:
                reached.add(there)
                waiting.append(there)
        return reached

    def name_of(place):
        return lock[place].get("name") or place.rpartition("node_modules/")[2]

    def reference_of(place):
        return purl("npm", name_of(place), lock[place]["version"])

    def top(names):
        return [f"node_modules/{name}" for name in names]

    runs_beside = set(top(UI_RUNS_BESIDE_ITS_DEPENDENCIES))
    ships = reached_from(
        {*top(lock[""]["dependencies"]), *runs_beside},
        lambda place: {there for there in needs(place) if place not in runs_beside and not lock[there].get("dev")},
    )
    all_places = reached_from({*ships, *top(UI_BUILDS)}, needs)

    components, edges = {}, {}
    for place in all_places:
        told = lock[place]
        algorithm, _, digest = told["integrity"].partition("-")
        use = "ships" if place in ships else "builds"
        reference = reference_of(place)
        hashes = [{"alg": algorithm.upper().replace("SHA", "SHA-"), "content": base64.b64decode(digest).hex()}]
        found = component(
            "library", name_of(place), told["version"], reference, told.get("license", ""), use,
            hashes=hashes, properties=properties(use=use, **{"from": "ui/package-lock.json"}),
        )
        if reference not in components or use == "ships":
            components[reference] = found
        edges.setdefault(reference, set()).update(reference_of(there) for there in needs(place))
    return list(components.values()), edges, {reference_of(place) for place in ships}


def version_of_face(path):
    """Returns the version that a TrueType face says of itself: name 5 of its table `name`."""
    data = path.read_bytes()
    tables = struct.unpack_from(">H", data, 4)[0]
    for entry in range(tables):
        tag, _, offset, _ = struct.unpack_from(">4sIII", data, 12 + 16 * entry)
        if tag != b"name":
            continue
        _, names, texts = struct.unpack_from(">HHH", data, offset)
        for record in range(names):
            platform, _, _, name, length, start = struct.unpack_from(">HHHHHH", data, offset + 6 + 12 * record)
            if platform == 3 and name == 5:
                text = data[offset + texts + start :][:length].decode("utf-16-be")
                return re.search(r"[\d.]+", text).group(0)
    raise SystemExit(f"{path.name} does not say its version")


def face_components():
    """Returns the faces in the papers; each family's licence lies beside it."""
    components = []
    for path in sorted(FACES.glob("*.ttf")):
        family = path.name.partition("-")[0]
        licence = (FACES / f"{family}-OFL.txt").read_text(encoding="utf-8")
        if "SIL Open Font License, Version 1.1" not in " ".join(licence.split()):
            raise SystemExit(f"the licence beside {path.name} is not the one that this script knows")
        version = version_of_face(path)
        hashes = [{"alg": "SHA-256", "content": hashlib.sha256(path.read_bytes()).hexdigest()}]
        told = properties(use="ships", **{"from": str(path.relative_to(PROJECT))})
        reference = purl("generic", f"{PROGRAM}/fonts/{path.name}", version)
        more = {"hashes": hashes, "properties": told}
        components.append(component("file", path.name, version, reference, "OFL-1.1", "ships", **more))
    return components


def written(components, edges, root):
    """Returns the document: its order is that of the names, whatever order things were found in."""
    program = next(each for each in components if each["bom-ref"] == root)
    rest = sorted((each for each in components if each is not program), key=lambda each: each["bom-ref"])
    program = {**{key: value for key, value in program.items() if key != "scope"}, "type": "application"}
    return {
        "$schema": "http://cyclonedx.org/schema/bom-1.5.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.5",
        "version": 1,
        "metadata": {
            "component": program,
            "properties": properties(systems=" ".join(SYSTEMS)),
        },
        "components": rest,
        "dependencies": [
            {"ref": each["bom-ref"], "dependsOn": sorted(edges.get(each["bom-ref"], set()))}
            for each in sorted(components, key=lambda each: each["bom-ref"])
        ],
    }


def faults(bill, packages, locked, ui_ships):
    """Returns what is wrong with the bill, in sentences."""
    found = []
    components = [bill["metadata"]["component"], *bill["components"]]
    references = [each["bom-ref"] for each in components]
    for each in components:
        name = f"{each['name']} {each.get('version', '')}"
        expression = each["licenses"][0]["expression"]
        if not each.get("version"):
            found.append(f"{name} has no version")
        if not expression or "NONE" in expression.upper() or "SEE LICENSE" in expression.upper():
            found.append(f"{name} has no licence")
        told = {each["name"].partition(":")[2]: each["value"] for each in each["properties"]}
        from_outside = told["from"] in ("Cargo.lock", "ui/package-lock.json") or each["type"] == "file"
        if from_outside and not each.get("hashes"):
            found.append(f"{name} has no hash")
        for digest in each.get("hashes", []):
            length = {"SHA-256": 64, "SHA-512": 128}.get(digest["alg"])
            if not re.fullmatch(f"[0-9a-f]{{{length}}}", digest["content"]):
                found.append(f"{name} has a hash of the wrong length")
    if len(set(references)) != len(references):
        found.append("a component stands in it twice")
    known = set(references)
    for edge in bill["dependencies"]:
        found += [f"{edge['ref']} depends on {to}, which is not there" for to in edge["dependsOn"] if to not in known]

    # From Cargo.lock alone, without cargo: it reaches everything in the bill, and what is left is counted.
    ours = {name for (name, _), entry in locked.items() if "source" not in entry}
    reached, waiting = set(), [(PROGRAM, packages_version(packages, PROGRAM))]
    while waiting:
        here = waiting.pop()
        if here in reached:
            continue
        reached.add(here)
        for text in locked[here].get("dependencies", []):
            name, _, version = text.partition(" ")
            version = version or next(version for (other, version) in locked if other == name)
            # Because Cargo.lock does not tell a dependency of a test from the others, ours are asked.
            if here[0] in ours and not names_it(packages[here], name):
                continue
            waiting.append((name, version.split(" ")[0]))
    found += [f"{name} {version} is in the bill and not reached in Cargo.lock" for name, version in set(packages) - reached]
    names = {name for name, _ in packages}
    for package in packages.values():
        for each in package["dependencies"]:
            always = each["kind"] in (None, "build") and not each["optional"] and each["target"] is None
            if always and each["name"] not in names:
                found.append(f"{package['name']} needs {each['name']}, which is not in the bill")
    for root in ui_ships:
        if root not in known:
            found.append(f"{root} is in the pages and not in the bill")
    return found, len(reached - set(packages)), len(set(locked) - reached)


def packages_version(packages, wanted):
    return next(version for (name, version) in packages if name == wanted)


def names_it(package, name):
    return any(each["name"] == name and each["kind"] in (None, "build") for each in package["dependencies"])


def main():
    lock = tomllib.loads((PROJECT / "Cargo.lock").read_text(encoding="utf-8"))
    locked = {(each["name"], each["version"]): each for each in lock["package"]}
    packages, ships, cargo_edges = cargo_graph()
    crates = cargo_components(packages, ships, locked)
    carried, carried_by = carried_components(packages)
    pages, ui_edges, ui_ships = ui_components()
    faces = face_components()

    edges = {}
    for here, theres in cargo_edges.items():
        edges[cargo_reference(packages[here])] = {cargo_reference(packages[there]) for there in theres}
    for crate, libraries in carried_by.items():
        edges.setdefault(crate, set()).update(libraries)
    edges.update(ui_edges)
    root = cargo_reference(packages[PROGRAM, packages_version(packages, PROGRAM)])
    edges[root] |= ui_ships
    papers = cargo_reference(packages["papers", packages_version(packages, "papers")])
    edges[papers] |= {face["bom-ref"] for face in faces}

    bill = written([*crates, *carried, *pages, *faces], edges, root)
    wrong, elsewhere, tests = faults(bill, packages, locked, ui_ships)
    if wrong:
        sys.exit("The bill of materials is not right:\n  " + "\n  ".join(sorted(wrong)))
    WRITTEN.parent.mkdir(exist_ok=True)
    text = json.dumps(bill, indent=2, ensure_ascii=False) + "\n"
    WRITTEN.write_text(text, encoding="utf-8", newline="\n")

    shipped = sum(1 for each in crates if each["scope"] == "required")
    in_pages = sum(1 for each in pages if each["scope"] == "required")
    print(f"{WRITTEN.relative_to(PROJECT)}: SHA-256 {hashlib.sha256(text.encode()).hexdigest()}")
    print(f"Crates: {shipped} ship, {len(crates) - shipped} only build")
    print(f"Left out of Cargo.lock's {len(locked)}: {elsewhere} for other systems or features, {tests} for tests alone")
    print(f"Pages: {in_pages} packages ship, {len(pages) - in_pages} only build")
    print("C libraries and faces: " + ", ".join(f"{each['name']} {each['version']}" for each in [*carried, *faces]))


if __name__ == "__main__":
    main()
