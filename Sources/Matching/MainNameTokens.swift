public import Names
public import Records

extension PassengerBatch {
  /// The distinct tokens of a passenger's main name as they are compared, those of all its spellings
  /// together: whoever is called Ü bears what a list writes as UE and as U.
  public func mainNameTokens(_ passenger: Int) -> Set<NameToken> {
    var name = FoldedName()
    let spellings =
      fold(passenger, number: 0, into: &name) ? [name] : spellings(passenger, number: 0)
    return Set(spellings.flatMap { $0.tokens.prefix(ListedNames.tokensMax) })
  }
}
