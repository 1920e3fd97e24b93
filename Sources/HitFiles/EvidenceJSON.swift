public import Bytes
public import Matching

extension JSONWriter {
  /// The evidence as the contract has it, the same in a hit and in `pnrscreen compare`.
  public mutating func write(_ evidence: [FieldEvidence]) {
    beginArray()
    for field in evidence {
      beginObject()
      member("field", field.field.rawValue)
      member("verdict", field.verdict.rawValue)
      member("passenger", ifPresent: field.passenger)
      member("listed", ifPresent: field.listed)
      member("relation", ifPresent: field.relation)
      if let score = field.score {
        key("score")
        number(score, decimals: 6)
      }
      key("weight")
      number(Double(field.weightCentibits) / 100, decimals: 2)
      if !field.tokens.isEmpty { write(field.tokens) }
      endObject()
    }
    endArray()
  }

  private mutating func write(_ tokens: [TokenEvidence]) {
    key("tokens")
    beginArray()
    for token in tokens {
      beginObject()
      member("passenger", ifPresent: token.passenger)
      member("listed", ifPresent: token.listed)
      member("relation", token.relation.rawValue)
      key("similarity")
      number(token.similarity, decimals: 4)
      endObject()
    }
    endArray()
  }
}
