// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/pinyin_words.h"

#include <algorithm>
#include <vector>

namespace chengdan {

namespace {

constexpr PinyinWord kPinyinWords[] = {
    // places
    {u"重庆", "chong qing"},
    {u"长沙", "chang sha"},
    {u"长春", "chang chun"},
    {u"长安", "chang an"},
    {u"长江", "chang jiang"},
    {u"长治", "chang zhi"},
    {u"长子", "zhang zi"},
    {u"厦门", "xia men"},
    {u"大厦", "da sha"},
    {u"六安", "lu an"},
    {u"六合", "lu he"},
    {u"东莞", "dong guan"},
    {u"东阿", "dong e"},
    {u"番禺", "pan yu"},
    {u"铅山", "yan shan"},
    {u"洪洞", "hong tong"},
    {u"乐清", "yue qing"},
    {u"乐亭", "lao ting"},
    {u"台州", "tai zhou"},
    {u"天台", "tian tai"},
    {u"丽水", "li shui"},
    {u"蚌埠", "beng bu"},
    {u"大埔", "da bu"},
    {u"黄埔", "huang pu"},
    {u"亳州", "bo zhou"},
    {u"泌阳", "bi yang"},
    {u"浚县", "xun xian"},
    {u"大城", "dai cheng"},
    {u"中牟", "zhong mu"},
    {u"牟平", "mu ping"},
    {u"尉犁", "yu li"},
    {u"尉氏", "wei shi"},
    {u"单县", "shan xian"},
    {u"莘县", "shen xian"},
    {u"莘庄", "xin zhuang"},
    {u"歙县", "she xian"},
    {u"涡阳", "guo yang"},
    {u"荥阳", "xing yang"},
    {u"荥经", "ying jing"},
    {u"会稽", "kuai ji"},
    {u"宿州", "su zhou"},
    {u"宿迁", "su qian"},
    {u"任丘", "ren qiu"},
    {u"浒墅关", "xu shu guan"},
    {u"犍为", "qian wei"},
    {u"穆棱", "mu ling"},
    {u"监利", "jian li"},
    {u"黄陂", "huang pi"},
    {u"西藏", "xi zang"},
    {u"朝阳", "chao yang"},
    {u"朝鲜", "chao xian"},
    {u"成都", "cheng du"},
    {u"吐鲁番", "tu lu fan"},
    {u"阿克苏", "a ke su"},
    {u"解州", "xie zhou"},
    {u"燕山", "yan shan"},
    {u"济南", "ji nan"},
    {u"济宁", "ji ning"},
    {u"秘鲁", "bi lu"},
    {u"石家庄", "shi jia zhuang"},
    {u"珲春", "hun chun"},
    {u"筠连", "jun lian"},
    {u"枞阳", "zong yang"},
    {u"葛洲坝", "ge zhou ba"},
    {u"曲阜", "qu fu"},
    {u"大连", "da lian"},
    {u"大同", "da tong"},
    // trades and companies
    {u"银行", "yin hang"},
    {u"商行", "shang hang"},
    {u"行业", "hang ye"},
    {u"车行", "che hang"},
    {u"五金行", "wu jin hang"},
    {u"音乐", "yin yue"},
    {u"乐器", "yue qi"},
    {u"会计", "kuai ji"},
    {u"调压", "tiao ya"},
    {u"调速", "tiao su"},
    {u"调节", "tiao jie"},
    {u"调质", "tiao zhi"},
    {u"调和", "tiao he"},
    {u"空调", "kong tiao"},
    {u"调试", "tiao shi"},
    {u"调味", "tiao wei"},
    {u"重阳", "chong yang"},
    {u"重工", "zhong gong"},
    {u"重型", "zhong xing"},
    {u"重载", "zhong zai"},
    {u"起重", "qi zhong"},
    {u"称重", "cheng zhong"},
    {u"载重", "zai zhong"},
    {u"长城", "chang cheng"},
    {u"长征", "chang zheng"},
    {u"成长", "cheng zhang"},
    {u"增长", "zeng zhang"},
    {u"轧钢", "zha gang"},
    {u"轧辊", "zha gun"},
    {u"冷轧", "leng zha"},
    {u"热轧", "re zha"},
    {u"模具", "mu ju"},
    {u"模板", "mu ban"},
    {u"压铸模", "ya zhu mu"},
    {u"冲压", "chong ya"},
    {u"冲床", "chong chuang"},
    {u"切削", "qie xiao"},
    {u"刮削", "gua xiao"},
    {u"弹簧", "tan huang"},
    {u"弹性", "tan xing"},
    {u"子弹", "zi dan"},
    {u"传动", "chuan dong"},
    {u"传感", "chuan gan"},
    {u"转动", "zhuan dong"},
    {u"转向", "zhuan xiang"},
    {u"钻床", "zuan chuang"},
    {u"钻石", "zuan shi"},
    {u"校准", "jiao zhun"},
    {u"校验", "jiao yan"},
    {u"差速", "cha su"},
    {u"参数", "can shu"},
    {u"给水", "ji shui"},
    {u"供给", "gong ji"},
    {u"系统", "xi tong"},
    {u"处理", "chu li"},
    {u"量具", "liang ju"},
    {u"计量", "ji liang"},
    {u"曲轴", "qu zhou"},
    {u"功率", "gong lv"},
    {u"效率", "xiao lv"},
    {u"率先", "shuai xian"},
    {u"复兴", "fu xing"},
    {u"兴业", "xing ye"},
    {u"中兴", "zhong xing"},
    {u"盛世", "sheng shi"},
    {u"降解", "jiang jie"},
    {u"屏蔽", "ping bi"},
    {u"粘胶", "nian jiao"},
    {u"粘合", "nian he"},
    {u"角钢", "jiao gang"},
    {u"强力", "qiang li"},
    {u"应用", "ying yong"},
    {u"仓储", "cang chu"},
    {u"便携", "bian xie"},
    {u"便宜", "pian yi"},
    {u"都市", "du shi"},
    {u"校园", "xiao yuan"},
    {u"学校", "xue xiao"},
    {u"中心", "zhong xin"},
    {u"朝晖", "zhao hui"},
    {u"朝日", "zhao ri"},
    {u"宝藏", "bao zang"},
    {u"贮藏", "zhu cang"},
    {u"冷藏", "leng cang"},
    {u"单于", "chan yu"},
    {u"仇氏", "qiu shi"},
    {u"曾氏", "zeng shi"},
    {u"令狐", "ling hu"},
    {u"尉迟", "yu chi"},
    {u"万俟", "mo qi"},
    {u"单氏", "shan shi"},
    {u"解氏", "xie shi"},
    {u"查氏", "zha shi"},
    {u"区氏", "ou shi"},
    {u"朴氏", "piao shi"},
    {u"曾经", "ceng jing"},
    {u"薄膜", "bo mo"},
    {u"参茸", "shen rong"},
    {u"人参", "ren shen"},
    {u"朝气", "zhao qi"},
    {u"粮行", "liang hang"},
    {u"洋行", "yang hang"},
};

// By first character, longer words first.
const std::vector<const PinyinWord*>& sortedWords()
{
    static const std::vector<const PinyinWord*> sorted = [] {
        std::vector<const PinyinWord*> words;
        for (const PinyinWord& word : kPinyinWords)
            words.push_back(&word);
        std::sort(words.begin(), words.end(), [](const PinyinWord* a, const PinyinWord* b) {
            return a->word.front() != b->word.front() ? a->word.front() < b->word.front()
                                                      : a->word.size() > b->word.size();
        });
        return words;
    }();
    return sorted;
}

// Whether any word begins with the character: asked for each character of each name.
bool beginsWord(char16_t c)
{
    static const std::vector<bool> firsts = [] {
        std::vector<bool> marks(0x10000);
        for (const PinyinWord& word : kPinyinWords)
            marks[word.word.front()] = true;
        return marks;
    }();
    return firsts[c];
}

} // namespace

std::span<const PinyinWord> pinyinWords()
{
    return kPinyinWords;
}

const PinyinWord* pinyinWordAt(QStringView text)
{
    if (text.size() < 2 || !beginsWord(text.front().unicode()))
        return nullptr;
    const std::vector<const PinyinWord*>& words = sortedWords();
    const char16_t first = text.front().unicode();
    auto at =
        std::lower_bound(words.begin(), words.end(), first, [](const PinyinWord* word, char16_t c) {
            return word->word.front() < c;
        });
    const std::u16string_view rest(text.utf16(), std::size_t(text.size()));
    for (; at != words.end() && (*at)->word.front() == first; ++at) {
        if (rest.substr(0, (*at)->word.size()) == (*at)->word)
            return *at;
    }
    return nullptr;
}

} // namespace chengdan
