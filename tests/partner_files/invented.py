# SPDX-License-Identifier: MPL-2.0
"""Invented people, places and organisations. Nothing here exists; identifiers only have the right form."""

QUARTERS = ["Bellefontaine", "Les Tilleuls", "Le Clos Fleuri", "La Prairie", "Champ-Doré", "Les Quatre-Vents",
            "Moulin Neuf", "Haute-Rive", "Les Bruyères", "Val Joli", "Cité des Peintres", "La Grande Ourse"]
TOWNS = ["Valmont", "Saint-Orse", "Brévigny", "Chantelune", "Orvault-le-Petit", "Maréville", "Fontclaire"]
CITIES = ["Agglomération de Valmont", "CA du Val d'Orse", "Brévigny Métropole", "CC Chantelune et Plateau"]
ORGANISATIONS = [
    ("Association Tremplin", "association"), ("Les Ateliers de l'Orse", "association"),
    ("Régie de quartier Horizon", "association"), ("Maison Arc-en-Ciel", "association"),
    ("Collectif Jeunes Pousses", "association"), ("Ville de Valmont", "commune"), ("Commune de Saint-Orse", "commune"),
    ("CA du Val d'Orse", "epci"), ("CCAS de Brévigny", "ccas_cias"), ("GIP Réussite Valmont", "gip"),
    ("Valmont Habitat", "bailleur"), ("SCOP La Fabrique", "entreprise"), ("Chantier L'Étape", "siae"),
    ("Centre social Les Lilas", "association"), ("Club Sportif Maréville", "association"),
    ("Théâtre du Passage", "association"), ("Source d'Avenir", "association"), ("L'École de la Rue", "association"),
]
TITLES = [
    "Ateliers d'écriture", "Coup de pouce lecture", "Chantiers éducatifs d'été", "Permanence accès aux droits",
    "Femmes et mobilité", "Vélo-école", "Jardin partagé", "Coaching vers l'emploi", "Atelier cuisine du monde",
    "Français à visée professionnelle", "Tutorat collégiens", "Sport pour toutes", "Médiation de rue",
    "Café des parents", "Fabrique numérique", "Parcours santé bien-être", "Auto-école solidaire",
    "Forum des métiers", "Aide aux devoirs", "Création d'entreprise : mode d'emploi", "Ciné-débat citoyen",
    "Ateliers sociolinguistiques", "Rallye emploi", "Insertion par la couture", "Nos voisins ont du talent",
    "Découverte des métiers du bâtiment", "Mobilisation des habitants", "Marche exploratoire", "Radio des quartiers",
    "Garde d'enfants en horaires décalés", "Parrainage de jeunes diplômés", "Chantier d'insertion espaces verts",
]
PERSONS = [("Aline", "Morvandieu"), ("Karim", "Bensoult"), ("Josiane", "Petitgrain"), ("Mehdi", "Albarède"),
           ("Solène", "Kervadoux"), ("Yvon", "Trinquart"), ("Fatou", "Diambéré"), ("Gaël", "Rocheplate")]
COMPANIES = ["Boulangerie du Val", "Transports Orsatel", "Menuiserie Gravelle", "Nettoyage Limpidel", "Orsanet Services",
             "Chantelune Énergie", "Hôtel des Remparts", "Maçonnerie Pelletan", "Logistique Maréville",
             "Réseau Entreprendre Valmont", "Club des Entreprises de l'Orse", "Pharmatek Brévigny"]
DEPARTMENTS = ["001", "007", "023", "042", "059", "069", "02A", "974"]


def luhn_digit(digits):
    """The last digit that makes `digits` + it pass Luhn."""
    total = 0
    for place, digit in enumerate(reversed(digits)):
        doubled = int(digit) * (2 if place % 2 == 0 else 1)
        total += doubled - 9 if doubled > 9 else doubled
    return str(-total % 10)


def siret(rng, leading_zero=False):
    head = ("0" if leading_zero else str(rng.randint(3, 8))) + "".join(str(rng.randint(0, 9)) for _ in range(7))
    siren = head + luhn_digit(head)
    nic = "000" + str(rng.randint(1, 9))
    return siren + nic + luhn_digit(siren + nic)


def quarter_code(rng, department, new=True):
    if new:
        return "QN%s%02d%s" % (department, rng.randint(1, 29), rng.choice("IMN"))
    return "QP%s%03d" % (department, rng.randint(1, 45))


def dossier_number(rng):
    if rng.random() < 0.25:
        return "DA%08d-1" % rng.randint(10 ** 6, 10 ** 8 - 1)
    return "%08d" % rng.randint(10 ** 5, 10 ** 8 - 1)


def rna(rng):
    return "W%d%08d" % (rng.randint(1, 9), rng.randint(10 ** 6, 10 ** 8 - 1))


def commune_code(rng, department):
    if department.startswith("97"):
        return department + "%02d" % rng.randint(1, 24)
    return department.lstrip("0").zfill(2)[:2] + "%03d" % rng.randint(1, 600)


class Territory:
    """The invented department of one file: its quarters with their codes, and towns."""

    def __init__(self, rng, count=6, old=False):
        self.department = rng.choice(DEPARTMENTS)
        names = rng.sample(QUARTERS, count)
        codes = set()
        while len(codes) < count:
            codes.add(quarter_code(rng, self.department, new=not old or rng.random() < 0.5))
        self.codes = sorted(codes)
        self.names = dict(zip(self.codes, names))
        self.towns = rng.sample(TOWNS, 4)
