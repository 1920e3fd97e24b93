/// Every limit that input can reach, in one value. A limit that is reached is reported, never silent.
public struct Limits: Sendable, Equatable {
  /// One EDIFACT segment; a lost terminator is contained here.
  public var segmentBytes = 64 * 1024
  /// One line of a telegram with the lines that continue it.
  public var lineBytes = 16 * 1024
  /// One name, surname or given: a message may give one surname to thousands of travellers. The same for
  /// all runs, since it is asked for in the innermost loops.
  public static let nameBytes = 256
  /// Persons in one booking before it is emitted in pieces.
  public var personsPerBooking = 10_000
  /// Records of one flight leg that are joined at once; more are joined in pieces.
  public var recordsPerLeg = 250_000
  /// Spellings that are compared per record of a flight leg, on the average, to find whom it tells of;
  /// beyond, only travellers who have few rivals are compared. A leg counts as 200 records at least.
  public var comparisonsPerRecord = 500
  /// One row of a table.
  public var rowBytes = 64 * 1024
  /// Fields of one table row.
  public var rowFields = 512
  /// Diagnostics written per file; the rest is counted in one line.
  public var diagnosticsPerFile = 10_000
  /// Hits of one traveller on one flight leg; of more the best are written and the others counted.
  public var hitsPerPassenger = 1_000
  /// What the inputs say is kept in memory up to here until all are read; the rest goes to disk.
  public var spillMemoryBytes = 16 * 1024 * 1024
  /// Records of one part of the legs that are brought to their end state at a time, copies left out.
  public var legPieceBytes = 32 * 1024 * 1024
  /// Lists of so many names are kept compiled between runs; shorter ones are made as fast as a file is read.
  public var compiledNamesMin = 50_000
  /// A list file, unpacked.
  public var listBytes = 4 * 1024 * 1024 * 1024
  /// The file of a list of documents, unpacked: it is never in memory.
  public var documentListBytes = 64 * 1024 * 1024 * 1024
  /// Documents of one list.
  public var listedDocuments = 1_000_000_000
  /// Numbers that one range of a list of documents stands for; a wider one is a mistake.
  public var documentsPerRange = 10_000_000
  /// A member of a list's zip, unpacked.
  public var listMemberBytes = 256 * 1024 * 1024
  /// Unpacked bytes per packed byte of an archive or packed stream; applied beyond the first MiB.
  public var archiveRatio = 200
  /// Unpacked bytes of one packed input.
  public var unpackedBytes = 256 * 1024 * 1024 * 1024
  /// Entries of an archive, with those of archives within it.
  public var archiveEntries = 100_000
  /// How often an archive or a packed file may lie within another archive.
  public var archiveNesting = 1
  /// Columns of a list's spreadsheet that are read; what lies to the right is ignored.
  public var listColumns = 64
  /// How often one row that is not empty may be repeated in a list's spreadsheet.
  public var listRepeatedRows = 300
  /// Records of one list.
  public var listRecords = 5_000_000
  /// Names of one record; the largest seen in a published list is 145.
  public var listNamesPerRecord = 2_000
  /// XML elements of one record of a list.
  public var listRecordNodes = 200_000
  /// One record of a list in JSON.
  public var listRecordBytes = 64 * 1024 * 1024
  /// The text of one element, field or value of a list.
  public var listTextBytes = 1024 * 1024
  /// Characters of one listed name.
  public var listNameCharacters = 300
  /// Elements of an XML feed inside each other.
  public var xmlDepth = 64
  /// One tag of an XML feed with its attributes, one comment, or text without a tag in it.
  public var xmlTokenBytes = 256 * 1024
  /// The text of one element of an XML feed that is read; longer ones are read as far as this.
  public var xmlTextBytes = 64 * 1024
  /// One booking of an XML feed, or what stands between two, that is read again when it is broken.
  public var xmlBookingBytes = 4 * 1024 * 1024
  /// Different name tokens that a calibration counts.
  public var calibrationTokens = 3_000_000
  /// An operator's own table of name frequencies.
  public var nameFrequencyBytes = 128 * 1024 * 1024
  /// A register or a configuration.
  public var configurationBytes = 1024 * 1024

  public static let standard = Limits()

  public init() {}
}
