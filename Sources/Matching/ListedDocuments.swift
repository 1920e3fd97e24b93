import Bytes
import Records
import Watchlists

/// A document of a passenger that stands on a list of documents.
struct DocumentMatch {
  var list: Int
  /// Number in the list's table.
  var entry: Int
  /// Place in the batch's `documents`.
  var document: Int
  var weight: Int
  var hasOtherType: Bool
}

/// Documents of passengers on lists of documents (stolen, lost, revoked): such lists have no names.
///
/// A document is met when the number is the same, or lies in a listed range, and the issuer is the same or one side does
/// not know it: other states give out the same numbers. Another type of document only weighs less. With and without
/// an index these are the same questions.
extension Matcher {
  mutating func findListedDocuments(_ batch: PassengerBatch) {
    listedDocuments.removeAll(keepingCapacity: true)
    for place in batch.passengers[facts.passenger].documents.range {
      let document = batch.documents[place]
      let number = batch.bytes.span.extracting(document.number.range)
      guard let packed = DocumentNumber.packed(number) else { continue }
      let type = TravelDocumentType(feed: document.type)
      for (list, table) in index.documentTables {
        table.visit(packed) { entry, listed in
          guard listed.fits(issuer: document.issuer) else { return }
          let hasOtherType = type.conflicts(with: listed.type)
          let isSameIssuer = listed.issuer == document.issuer && !listed.issuer.isEmpty
          keep(
            DocumentMatch(
              list: list, entry: entry, document: place,
              weight: ScoreModel.documentEqual
                + (isSameIssuer ? ScoreModel.documentIssuerEqual : 0)
                + (hasOtherType ? ScoreModel.documentTypeConflict : 0),
              hasOtherType: hasOtherType))
        }
      }
    }
  }

  /// Two documents of a passenger may have the number of one entry: the heavier one is taken, else the first.
  private mutating func keep(_ match: DocumentMatch) {
    let known = listedDocuments.firstIndex { $0.list == match.list && $0.entry == match.entry }
    guard let known else { return listedDocuments.append(match) }
    if match.weight > listedDocuments[known].weight { listedDocuments[known] = match }
  }

  /// Of a person or of a document.
  mutating func explanation(
    _ candidate: BestMatches.Candidate, _ batch: PassengerBatch
  ) -> Explanation {
    guard candidate.found >= 0 else {
      return explanation(listedDocuments[-1 - candidate.found], batch)
    }
    let found = scratch.found[candidate.found]
    return explanation(found.best, person: found.person, batch)
  }

  /// Nothing but the document says anything of a list that has no persons.
  func explanation(_ match: DocumentMatch, _ batch: PassengerBatch) -> Explanation {
    let place = batch.documents[match.document].number
    let number = batch.text(place)
    let range = index.lists[match.list].documents?.rangeText(of: match.entry)
    // The table has the number as it is compared.
    let key = DocumentNumber.packed(batch.bytes.span.extracting(place.range))
      .flatMap { DocumentNumber.text(packed: $0) }
    return Explainer.explain(
      document: FieldEvidence(
        field: .document, verdict: .supports, passenger: number, listed: range ?? key ?? number,
        relation: match.hasOtherType ? "otherType" : range == nil ? "equal" : "withinRange",
        weightCentibits: match.weight),
      facts: facts)
  }
}
