// swift-tools-version: 6.2
import PackageDescription

/// One strict set of rules for every target: memory safety is spelled out, warnings are errors.
let strict: [SwiftSetting] = [
  .strictMemorySafety(),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
  .treatAllWarnings(as: .error),
]

let package = Package(
  name: "pnrscreen",
  products: [
    .executable(name: "pnrscreen", targets: ["pnrscreen"]),
    // For benchmarks/, which is a package of its own.
    .library(name: "FeedKit", targets: ["Feeds", "Records", "Bytes"]),
    .library(name: "MatchKit", targets: ["Matching", "Watchlists", "Names"]),
    // For Tests/Fuzz, which is a package of its own.
    .library(name: "FuzzProperties", targets: ["FuzzProperties"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/LebJe/TOMLKit", from: "0.6.0"),
  ],
  targets: [
    .systemLibrary(name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
    .systemLibrary(name: "COpenSSL", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),
    .systemLibrary(
      name: "CLibArchive", pkgConfig: "libarchive", providers: [.apt(["libarchive-dev"])]),
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    .systemLibrary(name: "CZstd", pkgConfig: "libzstd", providers: [.apt(["libzstd-dev"])]),
    .systemLibrary(name: "CLZMA", pkgConfig: "liblzma", providers: [.apt(["liblzma-dev"])]),
    // Debian's has no description for pkg-config.
    .systemLibrary(name: "CBZip2", providers: [.apt(["libbz2-dev"])]),
    .systemLibrary(name: "CSQLite", pkgConfig: "sqlite3", providers: [.apt(["libsqlite3-dev"])]),
    .systemLibrary(name: "CVector"),
    .target(name: "CKernels"),

    .target(
      name: "Bytes",
      dependencies: [
        "CVector", "CLibXML2", "COpenSSL", "CLibArchive", "CZlib", "CZstd", "CLZMA", "CBZip2",
      ]),
    .target(name: "Records", dependencies: ["Bytes"]),
    .target(name: "Names", dependencies: ["Records", "Bytes"]),
    .target(name: "Similarity", dependencies: ["Names", "Bytes", "CKernels"]),
    .target(name: "Feeds", dependencies: ["Similarity", "Records", "Bytes"]),
    .target(name: "Watchlists", dependencies: ["Records", "Names", "Bytes", "TOMLKit"]),
    .target(
      name: "Matching", dependencies: ["Similarity", "Watchlists", "Names", "Records", "Bytes"]),
    .target(name: "HitFiles", dependencies: ["Records", "Watchlists", "Matching", "Bytes"]),
    .target(name: "Ledger", dependencies: ["Records", "CSQLite"]),
    .target(
      name: "Screening",
      dependencies: [
        "Bytes", "Records", "Names", "Similarity", "Feeds", "Watchlists", "Matching", "HitFiles",
        "Ledger", "TOMLKit",
      ]),
    .executableTarget(
      name: "pnrscreen",
      dependencies: [
        "Screening", "Bytes", "Records", "Names", "Feeds", "Watchlists", "Matching", "HitFiles",
        "Ledger",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),

    .target(name: "TestSupport", path: "Tests/TestSupport"),
    .target(
      name: "FuzzProperties",
      dependencies: ["Feeds", "Watchlists", "Records", "Bytes", "CLibXML2"],
      path: "Tests/FuzzProperties"),
    .testTarget(name: "NamesTests", dependencies: ["Names"]),
    .testTarget(name: "SimilarityTests", dependencies: ["Similarity", "Bytes", "TestSupport"]),
    .testTarget(
      name: "MatchingTests",
      dependencies: [
        "Matching", "Watchlists", "Records", "Names", "Similarity", "Bytes", "TestSupport",
      ]),
    .testTarget(name: "BytesTests", dependencies: ["Bytes", "TestSupport"]),
    .testTarget(name: "RecordsTests", dependencies: ["Records"]),
    .testTarget(
      name: "WatchlistsTests", dependencies: ["Watchlists", "Records", "Bytes", "TestSupport"]),
    .testTarget(
      name: "FeedsTests",
      dependencies: [
        "Feeds", "Watchlists", "Records", "Bytes", "FuzzProperties", "TestSupport", "CLibXML2",
      ]),
    .testTarget(
      name: "HitFilesTests",
      dependencies: ["HitFiles", "Matching", "Watchlists", "Records", "Bytes"]),
    .testTarget(name: "LedgerTests", dependencies: ["Ledger"]),
    .testTarget(
      name: "ScreeningTests",
      dependencies: [
        "Screening", "Feeds", "HitFiles", "Matching", "Watchlists", "Records", "Names", "Bytes",
        "TestSupport",
      ]
    ),
    .testTarget(name: "CommandTests", dependencies: ["pnrscreen", "TestSupport"]),
  ],
  cxxLanguageStandard: .cxx17
)

for target in package.targets where target.type != .system {
  target.swiftSettings = (target.swiftSettings ?? []) + strict
}
