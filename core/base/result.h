// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QPair>
#include <QString>

#include <tl/expected.hpp>

#include <vector>

namespace chengdan {

/// What went wrong, as data: the sentence is made by sentence() (error_catalogue.h) in the reader's
/// language. `field` is the column name of the input it concerns (empty: the whole act), `args`
/// fill the {names} of the sentence.
struct Error {
    QString code;
    QString field;
    QList<QPair<QString, QString>> args;
    /// Further errors of the same act; a form shows each beside its field.
    std::vector<Error> more;

    static Error make(
        const char* code, const QString& field = {}, QList<QPair<QString, QString>> args = {})
    {
        return Error{QString::fromLatin1(code), field, std::move(args), {}};
    }
    QString arg(const QString& name) const
    {
        for (const auto& [key, value] : args) {
            if (key == name)
                return value;
        }
        return {};
    }
};

/// The outcome of anything a person can act on. Exceptions are for bugs.
template <typename T>
using Result = tl::expected<T, Error>;

inline tl::unexpected<Error> fail(Error error)
{
    return tl::unexpected<Error>(std::move(error));
}
inline tl::unexpected<Error> fail(
    const char* code, const QString& field = {}, QList<QPair<QString, QString>> args = {})
{
    return tl::unexpected<Error>(Error::make(code, field, std::move(args)));
}

} // namespace chengdan
