"""The closed list of what can have happened to those counted; all else is ``other`` with its lemma."""

#: In the order of the table of mappings, which has a line for each of them.
EVENT_TYPES: tuple[str, ...] = tuple(
    (
        "killed injured missing trapped accounted_for found identified rescued displaced fled evacuated sheltered "
        "in_camp relocated returned stranded homeless uninhabitable destroyed damaged affected joined recruited "
        "fighting deployed arrested prosecuted convicted executed abducted released pardoned hospitalised "
        "infected recovered tested vaccinated buried protested attacked attended voted polled without_services "
        "pledged spent paid needed earned traded other"
    ).split()
)
