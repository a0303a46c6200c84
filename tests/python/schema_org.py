"""A stand-in for the context at https://schema.org, because the tests ask nothing of the network.

It has the terms that the site uses and no others, each with the type that schema.org gives it, so a term that
is misspelt or that schema.org does not have is lost when a page is expanded, which the tests notice.
"""

SCHEMA = "https://schema.org/"

CLASSES = """
CorrectionComment CreativeWork DataDownload Dataset DefinedTerm DefinedTermSet GovernmentOrganization Legislation
Observation Organization Role WebPage
""".split()

TEXTS = """
alternateName description encodingFormat inLanguage isAccessibleForFree legislationIdentifier legislationType
maxValue minValue name observationPeriod temporalCoverage text unitText value
""".split()

THINGS = """
about correction creator distribution hasDefinedTerm isBasedOn isPartOf legislationPassedBy observationAbout
publisher subOrganization subjectOf translationOfWork
""".split()

ADDRESSES = "contentUrl legislationLegalValue license url".split()

DATES = "dateModified datePublished dissolutionDate endDate legislationDate observationDate".split()

CONTEXT = {
    **{name: {"@id": SCHEMA + name} for name in CLASSES + TEXTS + THINGS},
    **{name: {"@id": SCHEMA + name, "@type": "@id"} for name in ADDRESSES},
    **{name: {"@id": SCHEMA + name, "@type": SCHEMA + "Date"} for name in DATES},
}


def load(address, options):
    """What a JSON-LD processor asks for the context."""
    if address.rstrip("/") != "https://schema.org":
        raise ValueError(f"no page may need {address}")
    return {
        "contentType": "application/ld+json",
        "contextUrl": None,
        "documentUrl": address,
        "document": {"@context": CONTEXT},
    }
