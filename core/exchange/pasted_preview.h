// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/money.h"
#include "core/exchange/pasted_table.h"
#include "core/schema/record_type.h"

#include <functional>
#include <optional>

namespace chengdan::exchange {

/// What a pasted cell will become.
struct PastedCell {
    enum class Verdict {
        Empty, ///< nothing to do
        Ignored, ///< its column goes nowhere
        Ok, ///< as typed
        Changed, ///< understood as `shown`: 1.2万 as 12000
        Failed, ///< `error` says why; the typed text is kept
    };
    QString typed;
    QString shown; ///< the value in its plain form; for a reference the typed name
    schema::Value value;
    Verdict verdict = Verdict::Empty;
    std::optional<Error> error;
};

/// A pasted table over the columns of a record type, before anything is written: plain data for a
/// dialog, made anew whenever the person changes the mapping.
struct PastePreview {
    /// The target of each pasted column; null: it is left out.
    std::vector<const schema::Column*> columns;
    bool hasHeader = false; ///< the first pasted row was taken for names and is not in `rows`
    std::vector<std::vector<PastedCell>> rows; ///< each as wide as `columns`
    int ok = 0; ///< cells; those that are changed are counted apart
    int changed = 0;
    int failed = 0;
    int failedRows = 0;
};

struct PasteOptions {
    /// Where the paste begins and what follows: the columns of the table on screen.
    std::vector<const schema::Column*> from{};
    /// The person's own choice by pasted column; null leaves it out. Counts before everything else.
    std::optional<std::vector<const schema::Column*>> mapping{};
    /// Whether the first row holds names; empty: yes when most of its filled cells name columns.
    std::optional<bool> hasHeader{};
    Currency currency{};
    QByteArray timeZone = "Asia/Shanghai";
    /// The id a name stands for in a table; without it references are kept as typed, unresolved.
    std::function<Result<schema::Value>(const QString& table, const QString& name)> resolve{};
};

/// Reads every cell as the column it falls on, with cellValue(). Errors of cells are those of
/// cellValue() and `resolve`, and REQUIRED for an empty cell of a required column.
PastePreview previewPaste(
    const schema::RecordType& type, const PastedTable& table, const PasteOptions& options);

} // namespace chengdan::exchange
