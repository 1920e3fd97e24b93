import Records

/// Issuing states (LOC 91) and expiry dates (DTM 36) that stand before the DOC that they belong to.
///
/// DOC comes first, and what follows it is said of it. Some senders write one of the two, or both, ahead: then what
/// stands before the first DOC is of that one, and what directly precedes the next DOC is of the next one. What
/// no DOC follows is of the last one, and comes before what stood ahead of it.
struct AheadOfDocument {
  private var issuer = ShortCode.none
  private var expires: PartialDate?
  /// The first one stood ahead of every DOC.
  private var isIssuerAhead = false
  private var isExpiryAhead = false

  mutating func take(issuer new: ShortCode, _ documents: inout [TravelDocument]) {
    guard !new.isEmpty else { return }
    if documents.isEmpty { isIssuerAhead = true }
    guard isIssuerAhead else {
      // The first one behind DOC counts.
      if documents[documents.count - 1].issuer.isEmpty {
        documents[documents.count - 1].issuer = new
      }
      return
    }
    completeIssuer(&documents)
    issuer = new
  }

  mutating func take(expires new: PartialDate?, _ documents: inout [TravelDocument]) {
    guard let new else { return }
    if documents.isEmpty { isExpiryAhead = true }
    guard isExpiryAhead else {
      documents[documents.count - 1].expires = new
      return
    }
    completeExpiry(&documents)
    expires = new
  }

  /// A DOC: takes what stands before it.
  mutating func open(_ document: TravelDocument, _ documents: inout [TravelDocument]) {
    documents.append(document)
    complete(&documents)
  }

  /// Gives what waits to the last document.
  mutating func complete(_ documents: inout [TravelDocument]) {
    completeIssuer(&documents)
    completeExpiry(&documents)
  }

  private mutating func completeIssuer(_ documents: inout [TravelDocument]) {
    if !issuer.isEmpty, !documents.isEmpty { documents[documents.count - 1].issuer = issuer }
    issuer = .none
  }

  private mutating func completeExpiry(_ documents: inout [TravelDocument]) {
    if let expires, !documents.isEmpty { documents[documents.count - 1].expires = expires }
    expires = nil
  }
}
