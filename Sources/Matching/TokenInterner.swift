import Names

/// Gives each distinct token a number, in the order of their first coming.
struct TokenInterner {
  private(set) var tokens: [NameToken] = []
  /// Numbers plus one by hash, 0 for free; at most half are taken.
  private var table = [UInt32](repeating: 0, count: 1 << 10)

  subscript(number: UInt32) -> NameToken { tokens[Int(number)] }
  var count: Int { tokens.count }

  mutating func number(of token: NameToken) -> UInt32 {
    let place = place(of: token)
    if table[place] != 0 { return table[place] - 1 }
    tokens.append(token)
    table[place] = UInt32(tokens.count)
    if tokens.count * 2 > table.count { grow() }
    return UInt32(tokens.count - 1)
  }

  /// Where the token is, or belongs.
  private func place(of token: NameToken) -> Int {
    var place = Int(truncatingIfNeeded: token.spread >> 32) & (table.count - 1)
    while table[place] != 0, tokens[Int(table[place]) - 1] != token {
      place = (place + 1) & (table.count - 1)
    }
    return place
  }

  private mutating func grow() {
    table = [UInt32](repeating: 0, count: table.count * 2)
    for (number, token) in tokens.enumerated() { table[place(of: token)] = UInt32(number + 1) }
  }
}
