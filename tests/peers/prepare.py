"""Prepares one pack for every engine: our model, and the data with its page breaks that all others share.

    python3 prepare.py FOLDER CASES

`pack.json` holds 60 cases; more are made by repeating them under new references. Every engine gets the same pages:
the running order breaks after the rows named here, each case begins a page, and so do the orders.
"""

import datetime
import json
import pathlib
import sys

HERE = pathlib.Path(__file__).resolve().parent
FONTS = HERE.parent.parent / "src-tauri" / "crates" / "papers" / "fonts"

# How many rows of the running order and of the orders stand on their first page and on the others: as the layout of Hub
# Tasking breaks them. The bench prints the pages of every engine, so that a difference is seen.
RUNNING, ORDERS = (22, 28), (16, 17)

LIGHTS = {"red": "Red", "amber": "Amber", "green": "Green", "none": None}


def repeated(pack, wanted):
    """Returns the pack with so many cases: those of the pack again and again, each under a reference of its own."""
    had = len(pack["cases"])
    opening, items = pack["agenda"][:-had], pack["agenda"][-had:]
    cases, agenda, orders = [], list(opening), []
    for at in range(wanted):
        source = pack["cases"][at % had]
        old, new = source["ref"], f"C-2026-{at + 1:04}"
        actions = [{**action, "ref": f"{at + 1}.{number}"} for number, action in enumerate(source["actions"], 1)]
        cases.append({**source, "ref": new, "actions": actions})
        item = items[at % had]
        agenda.append({**item, "item": item["item"].replace(old, new), "case": new})
        orders.extend({**order, "ref": new} for order in pack["orders"] if order["ref"] == old)
    return {**pack, "agenda": agenda, "cases": cases, "orders": orders}


def in_pages(rows, first, further):
    """Returns the rows page by page."""
    return [rows[:first]] + [rows[at : at + further] for at in range(first, len(rows), further)]


def shared(pack):
    """Returns what every other engine reads: the pack, page by page, with the page of each case known."""
    running = in_pages(pack["agenda"], *RUNNING)
    page_of = {case["ref"]: len(running) + at for at, case in enumerate(pack["cases"], 1)}
    for row in pack["agenda"]:
        row["page"] = page_of.get(row.get("case"))
    orders = in_pages(pack["orders"], *ORDERS)
    figures = {
        "items": len(pack["agenda"]),
        "red": sum(action["rag"] == "red" for case in pack["cases"] for action in case["actions"]),
        "amber": sum(action["rag"] == "amber" for case in pack["cases"] for action in case["actions"]),
        "orders": len(pack["orders"]),
    }
    return {
        **{key: pack[key] for key in ("title", "subtitle", "marking", "lang", "cases")},
        "fonts": str(FONTS),
        "figures": figures,
        "running": running,
        "orders": orders,
        "pages": len(running) + len(pack["cases"]) + len(orders),
    }


def headline(case):
    return f"{case['name']} · lead {case['lead']} · {case['time']}"


def model(pack):
    """Returns the pack as the agenda pack of Hub Tasking."""
    region, day = pack["subtitle"].split(", ")
    date = datetime.datetime.strptime(day, "%d %B %Y").date().isoformat()

    def item(row):
        section = {"section": {"case": row["case"]}} if "case" in row else {"section": None}
        return {
            "starts": row["time"],
            "minutes": 7,
            "reference": None,
            "title": row["item"],
            "needed": row["who"],
            **section,
        }

    def action(row):
        word = LIGHTS[row["rag"]]
        light = {"light": word.lower(), "reason": None, "suggested": None} if word else None
        return {
            "number": row["ref"],
            "light": light,
            "what": row["text"],
            "last_update": None,
            "agency": row["owner"],
            "person": None,
            "due": row["due"],
            "late": None,
        }

    def case(page):
        return {
            "reference": page["ref"],
            "headline": headline(page),
            "outline": page["summary"],
            "why_here": "",
            "actions": [action(row) for row in page["actions"]],
            "last_decided": None,
        }

    def order(row):
        expires = datetime.datetime.strptime(row["expires"], "%d %b %Y").date().isoformat()
        return {
            "reference": row["ref"],
            "order": row["kind"],
            "what": f"expires, {row['court']}",
            "date": expires,
            "lead": "",
        }

    figures = shared(pack)["figures"]
    return {
        "version": 1,
        "paper": "agenda",
        "model": {
            "hub": region,
            "marking": {"text": pack["marking"]},
            "title": pack["title"].split(":")[0],
            "date": date,
            "starts": "09:00",
            "ends": "17:00",
            "place": "",
            "status": "",
            "foot_note": None,
            "copy": None,
            "figures": {
                "items": figures["items"],
                "minutes": 7 * figures["items"],
                "red": figures["red"],
                "amber": figures["amber"],
                "new_referrals": 0,
                "reviews_due": figures["orders"],
            },
            "running_order": [{"label": None, "items": [item(row) for row in pack["agenda"]]}],
            "previous_minutes": None,
            "cases": [case(page) for page in pack["cases"]],
            "reviews_due": [order(row) for row in pack["orders"]],
        },
    }


def main():
    folder, cases = pathlib.Path(sys.argv[1]), int(sys.argv[2])
    pack = repeated(json.loads((HERE / "pack.json").read_text()), cases)
    write = lambda name, value: (folder / name).write_text(json.dumps(value, ensure_ascii=False))
    write("model.json", model(pack))
    write("shared.json", shared(pack))


if __name__ == "__main__":
    main()
