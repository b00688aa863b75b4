// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace chengdan {

/// What stays of a company name when everything is taken away that people write differently: width,
/// case, blanks, brackets and other marks; legal forms (有限公司, 有限责任公司, 股份, 集团, Co.,
/// Ltd., GmbH …); 省, 市, 县 behind a place; the province before a city of it. Equal keys mean the
/// same company to a person: 浙江省宁波市精密机械有限公司 and 宁波精密机械（股份）. Never shown.
QString companyNameKey(const QString& name);

} // namespace chengdan
