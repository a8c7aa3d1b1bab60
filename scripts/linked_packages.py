"""The packages whose code is in a program: their licences, and a bill of materials (CycloneDX)."""

import json
import re
import subprocess
import uuid
from pathlib import Path

LICENCE_FILE = re.compile(r"(licen[cs]e|copying|notice|copyright|unlicense|[OU]FL)", re.IGNORECASE)
LONGEST_LICENCE = 200_000
NAMESPACE = uuid.UUID("6e2f0a52-6b0c-4b7e-9a55-3d0c7c2b1e41")


def output(command, top):
    return subprocess.run(command, cwd=top, check=True, stdout=subprocess.PIPE, text=True).stdout


def linked(top, features, target):
    """The packages that are linked into the program, Bedside left out: no tool of the build, no macro."""
    command = ["cargo", "tree", "--locked", "--target", target, "--edges", "normal,no-proc-macro", "--prefix", "none", "--format", "{p}"]
    lines = output([*command, *features], top).splitlines()
    wanted = {tuple(line.split()[:2]) for line in lines if line.strip()}
    metadata = json.loads(output(["cargo", "metadata", "--locked", "--format-version", "1", "--filter-platform", target, "--all-features"], top))
    found = [one for one in metadata["packages"] if (one["name"], "v" + one["version"]) in wanted and one["source"]]
    missing = wanted - {(one["name"], "v" + one["version"]) for one in metadata["packages"]}
    if missing:
        raise SystemExit(f"error: cargo tree names packages that cargo metadata does not: {sorted(missing)}")
    return sorted(found, key=lambda one: (one["name"], one["version"]))


def licence_texts(package):
    """The licence files that a package brings, each with its name."""
    folder = Path(package["manifest_path"]).parent
    named = {folder / package["license_file"]} if package["license_file"] else set()
    named |= {one for one in folder.iterdir() if one.is_file() and LICENCE_FILE.match(one.name)}
    folders = [one for one in folder.iterdir() if one.is_dir() and (LICENCE_FILE.match(one.name) or one.name == "fonts")]
    named |= {one for inner in folders for one in inner.iterdir() if inner.name != "fonts" or LICENCE_FILE.match(one.name)}
    texts = []
    for file in sorted(named):
        if file.is_file() and file.stat().st_size <= LONGEST_LICENCE:
            text = file.read_text(encoding="utf-8", errors="replace").replace("\r\n", "\n").strip()
            texts.append((file.name, text))
    return texts


def licences(top, packages):
    """One text: Bedside's own licences, what each package is under, and each text once."""
    own = [("MIT", (top / "LICENSE-MIT").read_text()), ("Apache-2.0", (top / "LICENSE-APACHE").read_text())]
    own += [(str(one.relative_to(top)), one.read_text()) for one in sorted((top / "assets/fonts").iterdir()) if LICENCE_FILE.search(one.name)]
    lines = ["Bedside is under MIT or Apache-2.0, as you choose. Its fonts and the packages in it are under the licences below.", ""]
    by_text, without = {}, []
    for package in packages:
        texts = licence_texts(package)
        if not texts:
            without.append(package)
        for name, text in texts:
            by_text.setdefault(text, []).append(f"{package['name']} {package['version']} ({name})")
    lines.append(f"The {len(packages)} packages, each with its licence as it names it:")
    lines += [f"  {one['name']} {one['version']}: {one['license'] or 'see its text below'}" for one in packages]
    lines += ["", "The Rust standard library is under MIT or Apache-2.0, SQLite in the public domain.", ""]
    if without:
        lines.append("These bring no text of their licence; it is the usual one of the name above, and these are their authors:")
        lines += [f"  {one['name']} {one['version']}: {', '.join(one['authors']) or 'its contributors'}, {one['repository'] or ''}".rstrip(" ,") for one in without]
        lines.append("")
    for name, text in own:
        lines += ["=" * 80, f"Bedside: {name}", "=" * 80, "", text.strip(), ""]
    for text, whose in sorted(by_text.items(), key=lambda one: one[1]):
        lines += ["=" * 80, *whose, "=" * 80, "", text, ""]
    return "\n".join(lines), len(without)


def checksums(top):
    """What Cargo.lock says of each package's archive."""
    found = {}
    for block in (top / "Cargo.lock").read_text().split("[[package]]"):
        values = dict(re.findall(r'^(name|version|checksum) = "([^"]+)"', block, re.MULTILINE))
        if "checksum" in values:
            found[values["name"], values["version"]] = values["checksum"]
    return found


def bill_of_materials(top, version, packages, target, moment):
    """CycloneDX 1.5, of the program for one target."""
    sums = checksums(top)
    components = []
    for one in packages:
        purl = f"pkg:cargo/{one['name']}@{one['version']}"
        component = {"type": "library", "bom-ref": purl, "name": one["name"], "version": one["version"], "purl": purl, "scope": "required"}
        if one["license"]:
            component["licenses"] = [{"expression": one["license"].replace("/", " OR ")}]
        if (one["name"], one["version"]) in sums:
            component["hashes"] = [{"alg": "SHA-256", "content": sums[one["name"], one["version"]]}]
        components.append(component)
    own = f"pkg:cargo/bedside@{version}"
    return {
        "bomFormat": "CycloneDX",
        "specVersion": "1.5",
        "serialNumber": f"urn:uuid:{uuid.uuid5(NAMESPACE, f'{version} {target} {moment}')}",
        "version": 1,
        "metadata": {
            "timestamp": moment,
            "component": {"type": "application", "bom-ref": own, "name": "bedside", "version": version, "purl": own,
                          "licenses": [{"expression": "MIT OR Apache-2.0"}],
                          "properties": [{"name": "cargo:target", "value": target}]},
        },
        "components": components,
    }
