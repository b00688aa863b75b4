<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
    <context>
        <name>AccessSubject</name>
        <message>
            <source>Show “%1” to somebody for a while</source>
            <translation>临时授权他人查看“%1”</translation>
        </message>
        <message>
            <source>To whom</source>
            <translation>授权给</translation>
        </message>
        <message>
            <source>Name or login</source>
            <translation>姓名或登录名</translation>
        </message>
        <message>
            <source>Until, that day included</source>
            <translation>至（含当日）</translation>
        </message>
        <message>
            <source>What the two of you work on together</source>
            <translation>一起做什么，例如联合投标</translation>
        </message>
        <message>
            <source>Access asked for: it waits for the server</source>
            <translation>已提出授权，待服务器确认</translation>
        </message>
        <message>
            <source>Give access</source>
            <translation>授权</translation>
        </message>
    </context>
    <context>
        <name>CompanyPage</name>
        <message>
            <source>Company name</source>
            <translation>公司名称</translation>
        </message>
        <message>
            <source>Company name in English</source>
            <translation>公司英文名称</translation>
        </message>
        <message>
            <source>Stands on English quotes</source>
            <translation>印在英文报价单上</translation>
        </message>
        <message>
            <source>Address</source>
            <translation>地址</translation>
        </message>
        <message>
            <source>Phone</source>
            <translation>电话</translation>
        </message>
        <message>
            <source>Credit code</source>
            <translation>统一社会信用代码</translation>
        </message>
        <message>
            <source>18 characters, on printed documents</source>
            <translation>18 位，印在单据上</translation>
        </message>
        <message>
            <source>Bank and account</source>
            <translation>开户行与账号</translation>
        </message>
        <message>
            <source>As it stands on contracts and statements</source>
            <translation>与合同、对账单上的名称一致</translation>
        </message>
        <message>
            <source>Tax rate</source>
            <translation>税率</translation>
        </message>
        <message>
            <source>Currency</source>
            <translation>币种</translation>
        </message>
        <message>
            <source>Days a quote is valid</source>
            <translation>报价有效天数</translation>
        </message>
        <message>
            <source>Decimal places of prices</source>
            <translation>单价小数位数</translation>
        </message>
        <message>
            <source>2 to 6</source>
            <translation>2 至 6</translation>
        </message>
        <message>
            <source>Code of this PC</source>
            <translation>本机代码</translation>
        </message>
        <message>
            <source>Two capital letters or digits inside document numbers</source>
            <translation>单据编号中的两位大写字母或数字</translation>
        </message>
        <message>
            <source>Days a copy opens without the server</source>
            <translation>不联服务器最多可打开的天数</translation>
        </message>
        <message>
            <source>1 to 90; for companies with a team&apos;s server</source>
            <translation>1 到 90，用于有团队服务器的公司</translation>
        </message>
        <message>
            <source>Time zone</source>
            <translation>时区</translation>
        </message>
        <message>
            <source>IANA name, such as Asia/Shanghai</source>
            <translation>IANA 时区名，如 Asia/Shanghai</translation>
        </message>
        <message>
            <source>Login of the file&apos;s owner</source>
            <translation>文件所有者的登录名</translation>
        </message>
        <message>
            <source>Acts when nobody else is named</source>
            <translation>未指定他人时以此人操作</translation>
        </message>
    </context>
    <context>
        <name>ContactSubject</name>
        <message>
            <source>New contact</source>
            <translation>新建联系人</translation>
        </message>
        <message>
            <source>Edit contact</source>
            <translation>编辑联系人</translation>
        </message>
        <message>
            <source>Contact “%1” saved</source>
            <translation>联系人“%1”已保存</translation>
        </message>
    </context>
    <context>
        <name>CostElement</name>
        <message>
            <source>Material</source>
            <translation>材料</translation>
        </message>
        <message>
            <source>Scrap and loss</source>
            <translation>损耗</translation>
        </message>
        <message>
            <source>Labour</source>
            <translation>人工</translation>
        </message>
        <message>
            <source>Machine</source>
            <translation>设备</translation>
        </message>
        <message>
            <source>Setup</source>
            <translation>换型准备</translation>
        </message>
        <message>
            <source>Outside processing</source>
            <translation>外协</translation>
        </message>
        <message>
            <source>Tooling</source>
            <translation>模具分摊</translation>
        </message>
        <message>
            <source>Packing</source>
            <translation>包装</translation>
        </message>
        <message>
            <source>Freight</source>
            <translation>运费</translation>
        </message>
        <message>
            <source>Manufacturing overhead</source>
            <translation>制造费用</translation>
        </message>
        <message>
            <source>Administration</source>
            <translation>管理费</translation>
        </message>
        <message>
            <source>Scrap recovery</source>
            <translation>废料回收</translation>
        </message>
        <message>
            <source>Other</source>
            <translation>其他</translation>
        </message>
    </context>
    <context>
        <name>CustomerSubject</name>
        <message>
            <source>Edit customer</source>
            <translation>编辑客户</translation>
        </message>
        <message>
            <source>Customer “%1” saved</source>
            <translation>客户“%1”已保存</translation>
        </message>
    </context>
    <context>
        <name>DelegationSubject</name>
        <message>
            <source>New delegation</source>
            <translation>新建代理</translation>
        </message>
        <message>
            <source>The delegation is arranged</source>
            <translation>代理已设置</translation>
        </message>
        <message>
            <source>For</source>
            <translation>被代理人</translation>
        </message>
        <message>
            <source>Who stands in</source>
            <translation>代理人</translation>
        </message>
        <message>
            <source>From</source>
            <translation>开始</translation>
        </message>
        <message>
            <source>Until, that day included</source>
            <translation>至（含当日）</translation>
        </message>
        <message>
            <source>Sees and edits the same records</source>
            <translation>查看并编辑相同的记录</translation>
        </message>
        <message>
            <source>Decides approvals, marked as a substitute</source>
            <translation>代为审批，并注明代理</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>原因</translation>
        </message>
        <message>
            <source>Leave, business trip, illness …</source>
            <translation>休假、出差、生病等</translation>
        </message>
    </context>
    <context>
        <name>DraftKeeper</name>
        <message>
            <source>Restored from %1</source>
            <translation>已恢复 %1 的输入</translation>
        </message>
        <message>
            <source>Restored from %1, %2</source>
            <translation>已恢复 %1（%2）的输入</translation>
        </message>
    </context>
    <context>
        <name>FieldEditor</name>
        <message>
            <source>Yes</source>
            <translation>是</translation>
        </message>
    </context>
    <context>
        <name>FieldSubject</name>
        <message>
            <source>New field</source>
            <translation>新建字段</translation>
        </message>
        <message>
            <source>Edit field “%1”</source>
            <translation>编辑字段“%1”</translation>
        </message>
        <message>
            <source>Record type</source>
            <translation>记录类型</translation>
        </message>
        <message>
            <source>Field “%1” saved</source>
            <translation>字段“%1”已保存</translation>
        </message>
    </context>
    <context>
        <name>HandOverSubject</name>
        <message>
            <source>Reason</source>
            <translation>原因</translation>
        </message>
        <message>
            <source>Put “%1” into the pool</source>
            <translation>把“%1”退回公海</translation>
        </message>
        <message>
            <source>Put %1 customers into the pool</source>
            <translation>把 %1 个客户退回公海</translation>
        </message>
        <message>
            <source>Hand over “%1”</source>
            <translation>移交“%1”</translation>
        </message>
        <message>
            <source>Hand over %1 customers</source>
            <translation>移交 %1 个客户</translation>
        </message>
        <message>
            <source>Put into the pool</source>
            <translation>退回公海</translation>
        </message>
        <message>
            <source>Hand over</source>
            <translation>移交</translation>
        </message>
        <message>
            <source>Stands in the history beside the handover</source>
            <translation>会记在变更记录里</translation>
        </message>
        <message>
            <source>New owner</source>
            <translation>新负责人</translation>
        </message>
        <message>
            <source>Name or login</source>
            <translation>姓名或登录名</translation>
        </message>
        <message>
            <source>Handover asked for: it waits for the server</source>
            <translation>已提出移交，待服务器确认</translation>
        </message>
        <message>
            <source>Back in the pool</source>
            <translation>已退回公海</translation>
        </message>
        <message>
            <source>Handed over</source>
            <translation>已移交</translation>
        </message>
    </context>
    <context>
        <name>ItemSubject</name>
        <message>
            <source>New item</source>
            <translation>新建物料</translation>
        </message>
        <message>
            <source>Edit item</source>
            <translation>编辑物料</translation>
        </message>
        <message>
            <source>Item “%1” saved</source>
            <translation>物料“%1”已保存</translation>
        </message>
    </context>
    <context>
        <name>ListCondition</name>
        <message>
            <source>is</source>
            <translation>为</translation>
        </message>
        <message>
            <source>is not</source>
            <translation>不为</translation>
        </message>
        <message>
            <source>contains</source>
            <translation>包含</translation>
        </message>
        <message>
            <source>is one of</source>
            <translation>为其中之一</translation>
        </message>
        <message>
            <source>before</source>
            <translation>早于</translation>
        </message>
        <message>
            <source>less than</source>
            <translation>小于</translation>
        </message>
        <message>
            <source>up to</source>
            <translation>至</translation>
        </message>
        <message>
            <source>at most</source>
            <translation>不大于</translation>
        </message>
        <message>
            <source>from</source>
            <translation>自</translation>
        </message>
        <message>
            <source>at least</source>
            <translation>不小于</translation>
        </message>
        <message>
            <source>after</source>
            <translation>晚于</translation>
        </message>
        <message>
            <source>more than</source>
            <translation>大于</translation>
        </message>
        <message>
            <source>is empty</source>
            <translation>为空</translation>
        </message>
        <message>
            <source>is filled</source>
            <translation>不为空</translation>
        </message>
        <message>
            <source>%1: %2</source>
            <comment>a yes-or-no column and its answer: In use: Yes</comment>
            <translation>%1：%2</translation>
        </message>
        <message>
            <source>%1 %2</source>
            <comment>column and comparison: Closed on is empty</comment>
            <translation>%1%2</translation>
        </message>
        <message>
            <source>%1 %2 %3</source>
            <comment>column, comparison, value: Grade is A</comment>
            <translation>%1%2 %3</translation>
        </message>
    </context>
    <context>
        <name>Locale</name>
        <message>
            <source>en</source>
            <comment>the language code of this translation</comment>
            <translation>zh_CN</translation>
        </message>
    </context>
    <context>
        <name>Main</name>
        <message>
            <source>Something went wrong inside the program. What you typed is still there; the last action may not have been carried out.</source>
            <translation>程序内部出错。已输入的内容仍在，但上一步操作可能没有完成。</translation>
        </message>
        <message>
            <source>The program ended unexpectedly last time. What was saved is safe. A report for support lies in
%1</source>
            <translation>程序上次意外退出。已保存的内容没有丢失。供技术支持使用的报告位于
%1</translation>
        </message>
        <message>
            <source>The company file is %1</source>
            <translation>公司文件是 %1</translation>
        </message>
        <message>
            <source>Customers</source>
            <translation>客户</translation>
        </message>
        <message>
            <source>Opportunities and documents</source>
            <translation>商机与单据</translation>
        </message>
        <message>
            <source>Items</source>
            <translation>物料</translation>
        </message>
        <message>
            <source>Recent</source>
            <translation>最近</translation>
        </message>
        <message>
            <source>Set a password first; then the window can be locked</source>
            <translation>请先设置密码，之后才能锁定窗口</translation>
        </message>
        <message>
            <source>Session</source>
            <translation>会话</translation>
        </message>
        <message>
            <source>Administration</source>
            <translation>管理</translation>
        </message>
        <message>
            <source>Lock the window</source>
            <translation>锁定窗口</translation>
        </message>
        <message>
            <source>Password …</source>
            <translation>密码…</translation>
        </message>
        <message>
            <source>Your rights or your session have changed; the window was opened anew</source>
            <translation>你的权限或会话已变更，窗口已重新打开</translation>
        </message>
        <message>
            <source>Claim the customer from the pool</source>
            <translation>认领公海客户</translation>
        </message>
        <message>
            <source>Hand customers over …</source>
            <translation>移交客户…</translation>
        </message>
        <message>
            <source>Put customers into the pool …</source>
            <translation>客户退回公海…</translation>
        </message>
        <message>
            <source>Give access to the customer …</source>
            <translation>临时授权他人查看客户…</translation>
        </message>
        <message>
            <source>New customer</source>
            <translation>新建客户</translation>
        </message>
        <message>
            <source>New opportunity</source>
            <translation>新建商机</translation>
        </message>
        <message>
            <source>Quote</source>
            <translation>报价</translation>
        </message>
        <message>
            <source>Company settings</source>
            <translation>公司设置</translation>
        </message>
        <message>
            <source>The company file is damaged. Please close the program and start it again: it then offers to restore a backup or to copy what is readable.</source>
            <translation>公司文件已损坏。请关闭程序后重新启动，届时可以恢复备份或复制可读取的内容。</translation>
        </message>
        <message>
            <source>Typing that was not saved is still there:</source>
            <translation>尚未保存的输入仍然保留：</translation>
        </message>
        <message>
            <source>Go on with the newest</source>
            <translation>继续使用最新的</translation>
        </message>
        <message>
            <source>Later</source>
            <translation>稍后</translation>
        </message>
        <message>
            <source>What was being typed into is no longer there</source>
            <translation>正在填写的记录已不存在</translation>
        </message>
        <message>
            <source>More about this list</source>
            <translation>列表的更多操作</translation>
        </message>
        <message>
            <source>%1 rows taken back</source>
            <translation>已撤销 %1 行</translation>
        </message>
        <message>
            <source>Undo import</source>
            <translation>撤销导入</translation>
        </message>
        <message>
            <source>Import</source>
            <translation>导入</translation>
        </message>
        <message>
            <source>Import …</source>
            <translation>导入…</translation>
        </message>
        <message>
            <source>On this page</source>
            <translation>本页操作</translation>
        </message>
        <message>
            <source>Paste rows …</source>
            <translation>粘贴表格…</translation>
        </message>
        <message>
            <source>Spreadsheets (*.xlsx *.xlsm *.csv *.txt);;All files (*)</source>
            <translation>表格文件 (*.xlsx *.xlsm *.csv *.txt);;所有文件 (*)</translation>
        </message>
        <message>
            <source>Home</source>
            <translation>工作台</translation>
        </message>
        <message>
            <source>Opportunities</source>
            <translation>商机</translation>
        </message>
        <message>
            <source>Quotes</source>
            <translation>报价</translation>
        </message>
        <message>
            <source>Products and BOM</source>
            <translation>产品与 BOM</translation>
        </message>
        <message>
            <source>Item cost</source>
            <translation>物料成本</translation>
        </message>
        <message>
            <source>New</source>
            <translation>新建</translation>
        </message>
        <message>
            <source>Export list</source>
            <translation>导出列表</translation>
        </message>
        <message>
            <source>New quote</source>
            <translation>新建报价</translation>
        </message>
        <message>
            <source>New item</source>
            <translation>新建物料</translation>
        </message>
        <message>
            <source>Edit record</source>
            <translation>编辑记录</translation>
        </message>
        <message>
            <source>Delete record</source>
            <translation>删除记录</translation>
        </message>
        <message>
            <source>New contact of the customer</source>
            <translation>新建该客户的联系人</translation>
        </message>
        <message>
            <source>The search index of this file is being made. Until it is ready, searching in lists takes longer and Ctrl+K finds the newer records only.</source>
            <translation>正在为这个文件建立搜索索引。完成之前，列表里的查找会慢一些，Ctrl+K 只能找到较新的记录。</translation>
        </message>
        <message>
            <source>Until then older records are found in lists only</source>
            <translation>在此之前，较早的记录只能在列表里找到</translation>
        </message>
        <message>
            <source>Make the search index</source>
            <translation>建立搜索索引</translation>
        </message>
        <message>
            <source>Delegation</source>
            <translation>代理</translation>
        </message>
        <message>
            <source>Permission check-up</source>
            <translation>权限体检</translation>
        </message>
        <message>
            <source>Server&apos;s history</source>
            <translation>服务器历史</translation>
        </message>
        <message>
            <source>%1: %2 rows kept, at least %3 lost</source>
            <translation>%1：保留 %2 行，至少丢失 %3 行</translation>
        </message>
        <message>
            <source>%1: %2 rows kept, %3 lost</source>
            <translation>%1：保留 %2 行，丢失 %3 行</translation>
        </message>
        <message>
            <source>Lost: %1, row %2  %3</source>
            <translation>丢失：%1，第 %2 行  %3</translation>
        </message>
        <message>
            <source>The company file is damaged. Nothing has been changed in it, and it will be kept.</source>
            <translation>公司文件已损坏。文件内容未作任何改动，并会保留。</translation>
        </message>
        <message>
            <source>There is no backup beside it. Every row that can still be read can be copied into a new file.</source>
            <translation>旁边没有备份。可以把仍可读取的每一行复制到新文件。</translation>
        </message>
        <message>
            <source>The backup of %1 can take its place, or every row that can still be read can be copied into a new file.</source>
            <translation>可以用 %1 的备份代替它，或把仍可读取的每一行复制到新文件。</translation>
        </message>
        <message>
            <source>Restore the backup</source>
            <translation>恢复备份</translation>
        </message>
        <message>
            <source>Copy what is readable</source>
            <translation>复制可读取的内容</translation>
        </message>
        <message>
            <source>Quit</source>
            <translation>退出</translation>
        </message>
        <message>
            <source>%1 rows were brought over and %2 could not be read. They are listed in
%3
The damaged file lies at
%4</source>
            <translation>已转移 %1 行，%2 行无法读取，清单见
%3
损坏的文件保存在
%4</translation>
        </message>
        <message>
            <source>The team&apos;s data opens in a window of its own, from now on at every start</source>
            <translation>团队数据在新窗口中打开，以后每次启动都打开它</translation>
        </message>
        <message>
            <source>The new file could not be opened: start the program again to work with it</source>
            <translation>新文件没能打开：请重新启动程序</translation>
        </message>
        <message>
            <source>Team&apos;s server</source>
            <translation>团队服务器</translation>
        </message>
        <message>
            <source>Join a team&apos;s server …</source>
            <translation>加入团队服务器…</translation>
        </message>
        <message>
            <source>Sync now</source>
            <translation>立即同步</translation>
        </message>
        <message>
            <source>Sign in to the server …</source>
            <translation>登录服务器…</translation>
        </message>
        <message>
            <source>Check the copy against the server</source>
            <translation>与服务器核对本机数据</translation>
        </message>
        <message>
            <source>Leave the server with a copy …</source>
            <translation>带副本退出服务器…</translation>
        </message>
        <message>
            <source>Sync</source>
            <translation>同步</translation>
        </message>
    </context>
    <context>
        <name>OpportunitySubject</name>
        <message>
            <source>Edit opportunity</source>
            <translation>编辑商机</translation>
        </message>
        <message>
            <source>Opportunity “%1” saved</source>
            <translation>商机“%1”已保存</translation>
        </message>
    </context>
    <context>
        <name>PersonSubject</name>
        <message>
            <source>New person</source>
            <translation>新建人员</translation>
        </message>
        <message>
            <source>Edit person</source>
            <translation>编辑人员</translation>
        </message>
        <message>
            <source>First password</source>
            <translation>初始密码</translation>
        </message>
        <message>
            <source>Left empty, one is made and shown once</source>
            <translation>留空则自动生成，只显示一次</translation>
        </message>
        <message>
            <source>Role: %1</source>
            <translation>角色：%1</translation>
        </message>
        <message>
            <source>“%1” saved</source>
            <translation>“%1”已保存</translation>
        </message>
    </context>
    <context>
        <name>QuoteLevel</name>
        <message>
            <source>Sales representative</source>
            <translation>业务员</translation>
        </message>
        <message>
            <source>Sales manager</source>
            <translation>销售经理</translation>
        </message>
        <message>
            <source>Sales director</source>
            <translation>销售总监</translation>
        </message>
        <message>
            <source>General manager</source>
            <translation>总经理</translation>
        </message>
    </context>
    <context>
        <name>RecordList</name>
        <message>
            <source>Owner</source>
            <translation>负责人</translation>
        </message>
        <message>
            <source>Yes</source>
            <translation>是</translation>
        </message>
        <message>
            <source>No</source>
            <translation>否</translation>
        </message>
        <message>
            <source>Created at</source>
            <translation>创建时间</translation>
        </message>
        <message>
            <source>Created by</source>
            <translation>创建人</translation>
        </message>
    </context>
    <context>
        <name>RegionSubject</name>
        <message>
            <source>New region</source>
            <translation>新建区域</translation>
        </message>
        <message>
            <source>Edit region</source>
            <translation>编辑区域</translation>
        </message>
        <message>
            <source>Region “%1” saved</source>
            <translation>区域“%1”已保存</translation>
        </message>
    </context>
    <context>
        <name>Sync</name>
        <message>
            <source>Owner</source>
            <translation>负责人</translation>
        </message>
        <message>
            <source>Deleted</source>
            <translation>已删除</translation>
        </message>
        <message>
            <source>yes</source>
            <translation>是</translation>
        </message>
        <message>
            <source>no</source>
            <translation>否</translation>
        </message>
        <message>
            <source>not on this PC</source>
            <translation>本机没有</translation>
        </message>
        <message>
            <source>The password is kept in the desktop&apos;s keyring</source>
            <translation>密码保存在桌面的密钥环里</translation>
        </message>
        <message>
            <source>No keyring runs here: the password is kept in %1, which only you can read</source>
            <translation>这里没有运行密钥环：密码保存在 %1，只有你能读取</translation>
        </message>
        <message>
            <source>The password could not be kept; it will be asked for at the next start</source>
            <translation>密码没能保存，下次启动时会再询问</translation>
        </message>
        <message>
            <source>synced by another program</source>
            <translation>由另一个程序同步</translation>
        </message>
        <message>
            <source>offline · %1 unsent</source>
            <translation>离线 · %1 项待同步</translation>
        </message>
        <message>
            <source>offline</source>
            <translation>离线</translation>
        </message>
        <message>
            <source>offline, last %1</source>
            <translation>离线，上次 %1</translation>
        </message>
        <message>
            <source>stopped · %1 unsent</source>
            <translation>已停止 · %1 项待同步</translation>
        </message>
        <message>
            <source>sync has stopped</source>
            <translation>同步已停止</translation>
        </message>
        <message>
            <source>not signed in · %1 unsent</source>
            <translation>未登录 · %1 项待同步</translation>
        </message>
        <message>
            <source>not signed in</source>
            <translation>未登录服务器</translation>
        </message>
        <message>
            <source>loading %1 %</source>
            <translation>正在接收 %1%</translation>
        </message>
        <message>
            <source>loading</source>
            <translation>正在接收</translation>
        </message>
        <message>
            <source>%1 unsent, last %2</source>
            <translation>%1 项待同步，上次 %2</translation>
        </message>
        <message>
            <source>all sent, %1</source>
            <translation>已全部同步，%1</translation>
        </message>
        <message>
            <source>Sign in to the server to send and fetch; everything else works</source>
            <translation>登录服务器后才会发送和接收；其他一切照常</translation>
        </message>
        <message>
            <source>Edits that need a decision: %1</source>
            <translation>等待决定的修改：%1</translation>
        </message>
        <message>
            <source>Unsent edits: %1</source>
            <translation>待同步的修改：%1</translation>
        </message>
        <message>
            <source>Requests that wait for the server: %1</source>
            <translation>待服务器确认的请求：%1</translation>
        </message>
        <message>
            <source>Last contact: %1</source>
            <translation>上次联系：%1</translation>
        </message>
        <message>
            <source>The clock of this PC differs from the server&apos;s by more than five minutes</source>
            <translation>本机时钟与服务器相差五分钟以上</translation>
        </message>
        <message>
            <source>needs you: %1</source>
            <translation>%1 项需要处理</translation>
        </message>
    </context>
    <context>
        <name>TeamSubject</name>
        <message>
            <source>New team</source>
            <translation>新建团队</translation>
        </message>
        <message>
            <source>Edit team</source>
            <translation>编辑团队</translation>
        </message>
        <message>
            <source>Team “%1” saved</source>
            <translation>团队“%1”已保存</translation>
        </message>
    </context>
    <context>
        <name>UndoStack</name>
        <message>
            <source>“%1” is in use or was changed by somebody</source>
            <translation>“%1”正在使用或已被他人修改</translation>
        </message>
        <message>
            <source>%1 of “%2” was changed by somebody</source>
            <translation>“%2”的%1已被他人修改</translation>
        </message>
    </context>
    <context>
        <name>chengdan::ui::AdminPage</name>
        <message>
            <source>, </source>
            <comment>between names</comment>
            <translation>、</translation>
        </message>
        <message>
            <source>People</source>
            <translation>人员</translation>
        </message>
        <message>
            <source>Teams</source>
            <translation>团队</translation>
        </message>
        <message>
            <source>Regions</source>
            <translation>区域</translation>
        </message>
        <message>
            <source>Roles and rights</source>
            <translation>角色与权限</translation>
        </message>
        <message>
            <source>Fields</source>
            <translation>字段</translation>
        </message>
        <message>
            <source>Company</source>
            <translation>公司</translation>
        </message>
        <message>
            <source>Audit</source>
            <translation>审计</translation>
        </message>
        <message>
            <source>Administration</source>
            <translation>管理</translation>
        </message>
        <message>
            <source>Administration · %1</source>
            <translation>管理 · %1</translation>
        </message>
        <message>
            <source>This page is for administrators</source>
            <translation>此页仅供管理员使用</translation>
        </message>
        <message>
            <source>This page is for administrators; ask %1</source>
            <translation>此页仅供管理员使用，请联系 %1</translation>
        </message>
        <message>
            <source>Sections of the administration</source>
            <translation>管理的各部分</translation>
        </message>
    </context>
    <context>
        <name>chengdan::ui::AuditPage</name>
        <message>
            <source>Audit</source>
            <translation>审计</translation>
        </message>
        <message>
            <source>Record, table, value</source>
            <translation>记录、数据表、数值</translation>
        </message>
        <message>
            <source>No sensitive act is on record yet</source>
            <translation>还没有敏感操作的记录</translation>
        </message>
        <message>
            <source>All</source>
            <translation>全部</translation>
        </message>
        <message>
            <source>Everybody</source>
            <translation>所有人</translation>
        </message>
        <message>
            <source>Who</source>
            <translation>人员</translation>
        </message>
        <message>
            <source>Any time</source>
            <translation>不限时间</translation>
        </message>
        <message>
            <source>Today</source>
            <translation>今天</translation>
        </message>
        <message>
            <source>Last 7 days</source>
            <translation>最近 7 天</translation>
        </message>
        <message>
            <source>Last 30 days</source>
            <translation>最近 30 天</translation>
        </message>
        <message>
            <source>When</source>
            <translation>时间</translation>
        </message>
    </context>
    <context>
        <name>chengdan::ui::AuditPanel</name>
        <message>
            <source>yes</source>
            <translation>是</translation>
        </message>
        <message>
            <source>no</source>
            <translation>否</translation>
        </message>
        <message>
            <source>Owner</source>
            <translation>负责人</translation>
        </message>
        <message>
            <source>Rows</source>
            <translation>行数</translation>
        </message>
        <message>
            <source>File</source>
            <translation>文件</translation>
        </message>
        <message>
            <source>Password</source>
            <translation>密码</translation>
        </message>
        <message>
            <source>Attempt</source>
            <translation>尝试</translation>
        </message>
        <message>
            <source>Field</source>
            <translation>字段</translation>
        </message>
        <message>
            <source>Before</source>
            <translation>修改前</translation>
        </message>
        <message>
            <source>After</source>
            <translation>修改后</translation>
        </message>
        <message>
            <source>What the act changed</source>
            <translation>该操作改动的内容</translation>
        </message>
        <message>
            <source>%1 · PC %2</source>
            <translation>%1 · 电脑 %2</translation>
        </message>
    </context>
    <context>
        <name>chengdan::ui::CheckupPage</name>
        <message>
            <source>Name a second administrator: give somebody the role.</source>
            <translation>请再指定一位管理员：给另一个人管理员角色。</translation>
        </message>
        <message>
            <source>Take the role away if long lists are no part of the work.</source>
            <translation>如果工作不需要导出大量数据，请收回这个角色。</translation>
        </message>
        <message>
            <source>Narrow how far the role reaches, or take it away.</source>
            <translation>请缩小这个角色的范围，或收回它。</translation>
        </message>
        <message>
            <source>Hand the customers over to somebody: choose them in the list of customers.</source>
            <translation>请把这些客户移交给他人：在客户列表中选择。</translation>
        </message>
        <message>
            <source>Give a new password; it is then kept as it should be.</source>
            <translation>请重设密码，之后就按要求保存。</translation>
        </message>
        <message>
            <source>Only whoever keeps the server can name one: chengdanctl server user roles.</source>
            <translation>只有服务器的维护者能指定：chengdanctl server user roles。</translation>
        </message>
        <message>
            <source>Permission check-up</source>
            <translation>权限体检</translation>
        </message>
        <message>
            <source>Check again</source>
            <translation>重新检查</translation>
        </message>
        <message>
            <source>Print</source>
            <translation>打印</translation>
        </message>
        <message>
            <source>Finding</source>
            <translation>发现</translation>
        </message>
        <message>
            <source>Person</source>
            <translation>人员</translation>
        </message>
        <message>
            <source>Points</source>
            <translation>分值</translation>
        </message>
        <message>
            <source>Field</source>
            <translation>字段</translation>
        </message>
        <message>
            <source>Value</source>
            <translation>值</translation>
        </message>
        <message>
            <source>Findings, the gravest first</source>
            <translation>发现的问题，最严重的在前</translation>
        </message>
        <message>
            <source>%1 of 100</source>
            <comment>score</comment>
            <translation>%1 / 100 分</translation>
        </message>
        <message>
            <source>Checked %1 · findings: %2</source>
            <translation>%1 检查 · 发现 %2 项</translation>
        </message>
        <message>
            <source>Nobody may more than needed</source>
            <translation>没有多余的权限</translation>
        </message>
        <message>
            <source>Not checked yet</source>
            <translation>还没有检查</translation>
        </message>
        <message>
            <source>Points: %1</source>
            <translation>扣 %1 分</translation>
        </message>
        <message>
            <source>Revoke the copy</source>
            <translation>收回该副本</translation>
        </message>
        <message>
            <source>Disable the login …</source>
            <translation>停用登录名…</translation>
        </message>
        <message>
            <source>End access</source>
            <translation>结束授权</translation>
        </message>
        <message>
            <source>Open the person</source>
            <translation>打开人员</translation>
        </message>
        <message>
            <source>“%1” cannot sign in any more, open sessions see nothing at once, and copies on PCs are revoked.</source>
            <translation>“%1”将不能再登录，已打开的会话立即看不到数据，各电脑上的副本也会收回。</translation>
        </message>
        <message>
            <source>Leave it</source>
            <translation>保持不变</translation>
        </message>
        <message>
            <source>Disable</source>
            <translation>停用</translation>
        </message>
        <message>
            <source>Score</source>
            <translation>得分</translation>
        </message>
        <message>
            <source>Checked</source>
            <translation>检查日期</translation>
        </message>
        <message>
            <source>By</source>
            <translation>检查人</translation>
        </message>
        <message>
            <source>Findings</source>
            <translation>发现问题</translation>
        </message>
        <message>
            <source>100 less the points of all findings; those of one kind count 30 at most.</source>
            <translation>100 分减去各项发现的分值；同一类最多减 30 分。</translation>
        </message>
        <message>
            <source>Checked by</source>
            <translation>检查人</translation>
        </message>
        <message>
            <source>Signature</source>
            <translation>签名</translation>
        </message>
        <message>
            <source>Date</source>
            <translation>日期</translation>
        </message>
        <message>
            <source>Noted by</source>
            <translation>审阅人</translation>
        </message>
        <message>
            <source>Page %1 of %2</source>
            <translation>第 %1 页，共 %2 页</translation>
        </message>
    </context>
    <context>
        <name>chengdan::ui::CommandPalette</name>
        <message>
            <source>Search customers, opportunities, numbers or commands</source>
            <translation>搜索客户、商机、单号或命令</translation>
        </message>
        <message>
            <source>Search and commands</source>
            <translation>搜索与命令</translation>
        </message>
        <message>
            <source>Results</source>
            <translation>结果</translation>
        </message>
        <message>
            <source>Searching …</source>
            <translation>正在搜索……</translation>
        </message>
        <message>
            <source>Nothing found</source>
            <translation>没有找到</translation>
        </message>
        <message>
            <source>Not among the records of the search index, which is still being made</source>
            <translation>已建立索引的记录里没有；搜索索引还在建立</translation>
        </message>
        <message>
            <source>↑↓ choose    Enter opens    Ctrl+Enter in the panel    &gt; commands    # numbers</source>
            <translation>↑↓ 选择    回车打开    Ctrl+回车在面板中打开    &gt; 命令    # 单号</translation>
        </message>
        <message>
            <source>The search index is still being made: older records are found in lists only</source>
            <translation>搜索索引还在建立：较早的记录只能在列表里找到</translation>
        </message>
        <message>
            <source>Commands</source>
            <translation>操作</translation>
        </message>
    </context>
    <context>
        <name>chengdan::ui::CompanyPage</name>
        <message>
            <source>Company settings</source>
            <translation>公司设置</translation>
        </message>
        <message>
            <source>Company settings saved</source>
            <translation>公司设置已保存</translation>
        </message>
        <message>
            <source>Company</source>
            <translation>公司</translation>
        </message>
    </context>
    <context>
        <name>chengdan::ui::ContactList</name>
        <message>
            <source>Primary</source>
            <translation>主要联系人</translation>
        </message>
        <message>
            <source>Edit contact</source>
            <translation>编辑联系人</translation>
        </message>
        <message>
            <source>Add contact</source>
            <translation>添加联系人</translation>
        </message>
        <message>
            <source>Delete contact</source>
            <translation>删除联系人</translation>
        </message>
        <message>
            <source>Contacts</source>
            <translation>联系人</translation>
        </message>
        <message>
            <source>Contacts (%1)</source>
            <translation>联系人（%1）</translation>
        </message>
        <message>
            <source>Add a contact of this customer (Ins in the list)</source>
            <translation>为该客户添加联系人（列表中按 Ins）</translation>
        </message>
        <message>
            <source>Nobody is known here yet</source>
            <translation>还没有联系人</translation>
        </message>
    </context>
    <context>
        <name>chengdan::ui::CostTreeModel</name>
        <message>
            <source>Standard cost</source>
            <translation>标准成本</translation>
        </message>
        <message>
            <source>What-if price</source>
            <translation>假设价格</translation>
        </message>
        <message>
            <source>Supplied by the customer</source>
            <translation>客供</translation>
        </message>
        <message>
            <source>min</source>
            <translation>分钟</translation>
        </message>
        <message>
            <source>Tool %1</source>
            <translation>模具 %1</translation>
        </message>
        <message>
            <source>Overhead %1</source>
            <translation>费用分摊 %1</translation>
        </message>
        <message>
            <source>Overhead %1, for one unit</source>
            <translation>费用分摊 %1，按单件</translation>
        </message>
        <message>
            <source>By-product %1</source>
            <translation>副产品 %1</translation>
        </message>
        <message>
            <source>Item or operation</source>
            <translation>物料或工序</translation>
        </message>
        <message>
            <source>Rev.</source>
            <translation>版本</translation>
        </message>
        <message>
            <source>Lot quantity</source>
            <translation>批量</translation>
        </message>
        <message>
            <source>Unit</source>
            <translation>单位</translation>
        </message>
        <message>
            <source>Unit cost</source>
            <translation>单位成本</translation>
        </message>
        <message>
            <source>Lot amount</source>
            <translation>批量金额</translation>
        </message>
        <message>
            <source>Share</source>
            <translation>占比</translation>
        </message>
        <message>
            <source>Price row or work centre</source>
            <translation>价格行或工作中心</translation>
        </message>
    </context>
    <context>
        <name>chengdan::ui::CostView</name>
        <message>
            <source>Cost per unit  %1</source>
            <translation>单位成本  %1</translation>
        </message>
        <message numerus="yes">
            <source>… and %n more</source>
            <translation>
                <numerusform>… 另有 %n 项</numerusform>
            </translation>
        </message>
        <message>
            <source>The cost cannot be worked out yet</source>
            <translation>成本暂时无法算出</translation>
        </message>
        <message>
            <source>Worth knowing</source>
            <translation>值得留意</translation>
        </message>
        <message>
            <source>How it was worked out</source>
            <translation>计算过程</translation>
        </message>
        <message>
            <source>Cost make-up</source>
            <translation>成本构成</translation>
        </message>
        <message>
            <source>per unit</source>
            <translation>每单位</translation>
        </message>
        <message>
            <source>Cost tree</source>
            <translation>成本树</translation>
        </message>
        <message>
            <source>Of</source>
            <translation>项目</translation>
        </message>
        <message>
            <source>Formula</source>
            <translation>公式</translation>
        </message>
        <message>
            <source>Amount</source>
            <translation>金额</translation>
        </message>
        <message>
            <source>Source</source>
            <translation>来源</translation>
        </message>
    </context>
    <context>
        <name>chengdan::ui::CustomerPanel</name>
        <message>
            <source>Customer</source>
            <translation>客户</translation>
        </message>
        <message>
            <source>The customer could not be read</source>
            <translation>客户信息无法读取</translation>
        </message>
        <message>
            <source>The contact was not deleted</source>
            <translation>联系人未能删除</translation>
        </message>
        <message>
            <source>Contact “%1” deleted</source>
            <translation>联系人“%1”已删除</translation>
        </message>
        <message>
            <source>The customer was not claimed</source>
            <translation>客户没有认领成</translation>
        </message>
        <message>
            <source>Claim asked for: it waits for the server</source>
            <translation>已提出认领，待服务器确认</translation>
        </message>
        <message>
            <source>“%1” is yours now</source>
            <translation>“%1”现在由你负责</translation>
        </message>
        <message>
            <source>Customers claimed: %1</source>
            <translation>已认领 %1 个客户</translation>
        </message>
        <message>
            <source>The customer was not handed over</source>
            <translation>客户没有移交成</translation>
        </message>
        <message>
            <source>Access was not given</source>
            <translation>没有授权成</translation>
        </message>
        <message>
            <source>The access was not withdrawn</source>
            <translation>授权没有收回成</translation>
        </message>
        <message>
            <source>Withdrawal asked for: it waits for the server</source>
            <translation>已提出收回，待服务器确认</translation>
        </message>
        <message>
            <source>The customer was not deleted</source>
            <translation>客户未能删除</translation>
        </message>
        <message>
            <source>Customer “%1” deleted</source>
            <translation>客户“%1”已删除</translation>
        </message>
    </context>
    <context>
        <name>chengdan::ui::CustomersPage</name>
        <message>
            <source>Waits for the server</source>
            <translation>待服务器确认</translation>
        </message>
        <message>
            <source>Customers</source>
            <translation>客户</translation>
        </message>
        <message>
            <source>Name, pinyin initials, phone, credit code</source>
            <translation>名称、拼音首字母、电话、统一社会信用代码</translation>
        </message>
        <message>
            <source>There are no customers yet</source>
            <translation>还没有客户</translation>
        </message>
        <message>
            <source>New customer</source>
            <translation>新建客户</translation>
        </message>
        <message>
            <source>All customers</source>
            <translation>全部客户</translation>
        </message>
        <message>
            <source>My customers</source>
            <translation>我的客户</translation>
        </message>
        <message>
            <source>Grade A</source>
            <translation>A 级</translation>
        </message>
        <message>
            <source>In the pool</source>
            <translation>公海</translation>
        </message>
        <message>
            <source>Customer “%1” saved</source>
            <translation>客户“%1”已保存</translation>
        </message>
        <message>
            <source>Claim</source>
            <translation>认领</translation>
        </message>
        <message>
            <source>Hand over …</source>
            <translation>移交…</translation>
        </message>
        <message>
            <source>Into the pool …</source>
            <translation>退回公海…</translation>
        </message>
        <message>
            <source>Give access …</source>
            <translation>临时授权…</translation>
        </message>
    </context>
    <context>
        <name>chengdan::ui::DashboardPage</name>
        <message>
            <source>Home</source>
            <translation>工作台</translation>
        </message>
        <message>
            <source>As of %1 · amounts with tax</source>
            <translation>截至 %1 · 金额含税</translation>
        </message>
        <message>
            <source>The figures were not worked out</source>
            <translation>没有计算数字</translation>
        </message>
        <message>
            <source>The figures are being worked out …</source>
            <translation>正在计算数字……</translation>
        </message>
        <message>
            <source>Stopped; these are the figures from before</source>
            <translation>已停止；显示的是之前的数字</translation>
        </message>
        <message>
            <source>Stopped; there are no figures yet</source>
            <translation>已停止；还没有数字</translation>
        </message>
        <message>
            <source>Work them out now</source>
            <translation>现在计算</translation>
        </message>
        <message>
            <source>Stopping …</source>
            <translation>正在停止……</translation>
        </message>
        <message>
            <source>Working out the figures: %1 of about %2 rows</source>
            <translation>正在计算数字：已读 %1 行，共约 %2 行</translation>
        </message>
        <message>
            <source>Working out the figures …</source>
            <translation>正在计算数字……</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>取消</translation>
        </message>
        <message>
            <source>10,000 yuan</source>
            <translation>万元</translation>
        </message>
        <message numerus="yes">
            <source>%n open opportunities</source>
            <translation>
                <numerusform>%n 个进行中的商机</numerusform>
            </translation>
        </message>
        <message>
            <source>amount × chance of each opportunity</source>
            <translation>各商机金额 × 赢单概率之和</translation>
        </message>
        <message>
            <source>quotes</source>
            <translation>份报价</translation>
        </message>
        <message>
            <source>%1 with customers, %2 end within 7 days</source>
            <translation>%1 份在客户手中，%2 份 7 天内到期</translation>
        </message>
        <message>
            <source>opportunities</source>
            <translation>个商机</translation>
        </message>
        <message>
            <source>longer in their stage than its limit</source>
            <translation>在当前阶段停留超过时限</translation>
        </message>
        <message>
            <source>Open quotes</source>
            <translation>未结报价</translation>
        </message>
        <message>
            <source>Now there (10,000 yuan)</source>
            <translation>当前（万元）</translation>
        </message>
        <message>
            <source>Mean stay</source>
            <translation>平均停留</translation>
        </message>
        <message>
            <source>%1 days</source>
            <translation>%1 天</translation>
        </message>
        <message>
            <source>Expired</source>
            <translation>已过期</translation>
        </message>
        <message numerus="yes">
            <source>%n in all, soonest end first</source>
            <translation>
                <numerusform>共 %n 份，最早到期的在前</numerusform>
            </translation>
        </message>
        <message>
            <source>Open opportunities</source>
            <translation>进行中的商机</translation>
        </message>
        <message>
            <source>Weighted forecast</source>
            <translation>加权预测</translation>
        </message>
        <message>
            <source>Stuck</source>
            <translation>停滞</translation>
        </message>
        <message>
            <source>Sales funnel</source>
            <translation>销售漏斗</translation>
        </message>
        <message>
            <source>standing there now; % of all that ever got there went on; Enter shows the rows</source>
            <translation>当前停留数；百分比为曾到此阶段者继续推进的比例；回车查看明细</translation>
        </message>
        <message>
            <source>Number</source>
            <translation>编号</translation>
        </message>
        <message>
            <source>Customer</source>
            <translation>客户</translation>
        </message>
        <message>
            <source>Total</source>
            <translation>价税合计</translation>
        </message>
        <message>
            <source>Valid until</source>
            <translation>有效期至</translation>
        </message>
    </context>
    <context>
        <name>chengdan::ui::DateEdit</name>
        <message>
            <source>Calendar (F4)</source>
            <translation>日历（F4）</translation>
        </message>
        <message>
            <source>Date, +3, next wed</source>
            <translation>日期、+3、下周三</translation>
        </message>
    </context>
    <context>
        <name>chengdan::ui::DelegationDialog</name>
        <message>
            <source>Delegation</source>
            <translation>代理</translation>
        </message>
    </context>
    <context>
        <name>chengdan::ui::DelegationsPage</name>
        <message>
            <source>To come</source>
            <comment>delegation</comment>
            <translation>将开始</translation>
        </message>
        <message>
            <source>Under way</source>
            <comment>delegation</comment>
            <translation>进行中</translation>
        </message>
        <message>
            <source>Withdrawn</source>
            <comment>delegation</comment>
            <translation>已撤回</translation>
        </message>
        <message>
            <source>Over</source>
            <comment>delegation</comment>
            <translation>已结束</translation>
        </message>
        <message>
            <source>Records and approvals</source>
            <translation>记录和审批</translation>
        </message>
        <message>
            <source>Records only</source>
            <translation>仅记录</translation>
        </message>
        <message>
            <source>Approvals only</source>
            <translation>仅审批</translation>
        </message>
        <message>
            <source>Delegation</source>
            <translation>代理</translation>
        </message>
        <message>
            <source>%1 stands in for %2</source>
            <comment>people</comment>
            <translation>%1 代理 %2</translation>
        </message>
        <message>
            <source>whoever keeps the server</source>
            <translation>服务器管理员</translation>
        </message>
        <message>
            <source>From</source>
            <translation>开始</translation>
        </message>
        <message>
            <source>Until</source>
            <translation>截止</translation>
        </message>
        <message>
            <source>What</source>
            <translation>内容</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>原因</translation>
        </message>
        <message>
            <source>Arranged by</source>
            <translation>设置人</translation>
        </message>
        <message>
            <source>End it now? “%1” no longer sees the records of “%2” and no longer decides in that place.</source>
            <translation>现在结束？“%1”将不能再查看“%2”的记录，也不能代为审批。</translation>
        </message>
        <message>
            <source>Leave it</source>
            <translation>保持不变</translation>
        </message>
        <message>
            <source>Withdraw</source>
            <translation>撤回</translation>
        </message>
        <message>
            <source>The delegation has ended</source>
            <translation>代理已结束</translation>
        </message>
        <message>
            <source>While somebody is away another sees the same records and decides in that place. Rights, such as that to costs, are not given along, and nothing is passed on.</source>
            <translation>某人不在时，由另一人查看相同的记录并代为审批。成本等权限不随之转移，也不能转委托。</translation>
        </message>
        <message>
            <source>New delegation</source>
            <translation>新建代理</translation>
        </message>
        <message>
            <source>Withdraw …</source>
            <translation>撤回…</translation>
        </message>
        <message>
            <source>Who stands in for whom</source>
            <translation>代理关系</translation>
        </message>
        <message>
            <source>State</source>
            <translation>状态</translation>
        </message>
        <message>
            <source>Field</source>
            <translation>字段</translation>
        </message>
        <message>
            <source>Value</source>
            <translation>值</translation>
        </message>
        <message>
            <source>Delegations</source>
            <translation>代理</translation>
        </message>
        <message>
            <source>Nobody stands in for anybody</source>
            <translation>目前没有代理</translation>
        </message>
        <message>
            <source>Not fetched from the server yet</source>
            <translation>尚未从服务器取得</translation>
        </message>
        <message>
            <source>%1 for %2</source>
            <comment>people</comment>
            <translation>%1 代 %2</translation>
        </message>
    </context>
    <context>
        <name>chengdan::ui::EditPanel</name>
        <message>
            <source>Delete</source>
            <translation>删除</translation>
        </message>
        <message>
            <source>Edit</source>
            <translation>编辑</translation>
        </message>
        <message>
            <source>Edit this record (F2)</source>
            <translation>编辑此记录（F2）</translation>
        </message>
    </context>
    <context>
        <name>chengdan::ui::FieldsPage</name>
        <message>
            <source>In use</source>
            <translation>在用</translation>
        </message>
        <message>
            <source>Retired</source>
            <translation>已停用</translation>
        </message>
        <message>
            <source>Not retired</source>
            <translation>在用</translation>
        </message>
        <message>
            <source>Field “%1” retired</source>
            <translation>字段“%1”已停用</translation>
        </message>
        <message>
            <source>Added field</source>
            <translation>自定义字段</translation>
        </message>
        <message>
            <source>Fields</source>
            <translation>字段</translation>
        </message>
        <message>
            <source>Label</source>
            <translation>标签</translation>
        </message>
        <message>
            <source>No fields have been added yet</source>
            <translation>还没有自定义字段</translation>
        </message>
        <message>
            <source>New field</source>
            <translation>新建字段</translation>
        </message>
        <message>
            <source>All</source>
            <translation>全部</translation>
        </message>
        <message>
            <source>Move up</source>
            <translation>上移</translation>
        </message>
        <message>
            <source>Move down</source>
            <translation>下移</translation>
        </message>
    </context>
    <context>
        <name>chengdan::ui::FilterBar</name>
        <message>
            <source>Owner</source>
            <translation>负责人</translation>
        </message>
        <message>
            <source>Column to filter by</source>
            <translation>筛选的列</translation>
        </message>
        <message>
            <source>Comparison</source>
            <translation>比较方式</translation>
        </message>
        <message>
            <source>Add filter</source>
            <translation>添加筛选</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>关闭</translation>
        </message>
        <message>
            <source>Value to compare with</source>
            <translation>比较的值</translation>
        </message>
        <message>
            <source>Type a value to compare with</source>
            <translation>输入用于比较的值</translation>
        </message>
    </context>
    <context>
        <name>chengdan::ui::FilterChips</name>
        <message>
            <source>%1
Remove this filter  Del</source>
            <translation>%1
移除此筛选  Del</translation>
        </message>
        <message>
            <source>Filter: %1</source>
            <translation>筛选：%1</translation>
        </message>
    </context>
    <context>
        <name>chengdan::ui::FirstPasswordDialog</name>
        <message>
            <source>New password</source>
            <translation>新密码</translation>
        </message>
        <message>
            <source>Sign-in name</source>
            <translation>登录名</translation>
        </message>
        <message>
            <source>Password</source>
            <translation>密码</translation>
        </message>
        <message>
            <source>Give the password</source>
            <translation>设置密码</translation>
        </message>
        <message>
            <source>Copy name and password</source>
            <translation>复制登录名和密码</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>取消</translation>
        </message>
        <message>
            <source>A new password for “%1”</source>
            <comment>person</comment>
            <translation>为“%1”设置新密码</translation>
        </message>
        <message>
            <source>The present password stops working at once. Sessions that are open now go on until they end.</source>
            <translation>现在的密码立即失效；已打开的会话用到结束为止。</translation>
        </message>
        <message>
            <source>Left empty, one is made; at least %1 letters, digits or signs</source>
            <translation>留空则自动生成；至少 %1 个字母、数字或符号</translation>
        </message>
        <message>
            <source>“%1” can sign in now</source>
            <comment>person</comment>
            <translation>“%1”可以登录了</translation>
        </message>
        <message>
            <source>The password is shown only this once and kept nowhere: copy it and hand it over. If it is lost, give a new one.</source>
            <translation>密码只显示这一次，也不会保存：请复制后交给本人；遗失时再设一个新的。</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>关闭</translation>
        </message>
        <message>
            <source>Copied</source>
            <translation>已复制</translation>
        </message>
    </context>
    <context>
        <name>chengdan::ui::HelpSheet</name>
        <message>
            <source>How to work here</source>
            <translation>使用帮助</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>关闭</translation>
        </message>
        <message>
            <source>All keyboard shortcuts</source>
            <translation>全部快捷键</translation>
        </message>
        <message>
            <source>Ctrl+K finds customers, opportunities, quotes and commands; type part of a name, a number or pinyin initials.</source>
            <translation>按 Ctrl+K 查找客户、商机、报价和命令，可输入名称的一部分、单号或拼音首字母。</translation>
        </message>
        <message>
            <source>Ctrl+F filters the list you are in. Enter opens the row, Space shows its details at the right, Alt+Left goes back.</source>
            <translation>按 Ctrl+F 筛选当前列表；Enter 打开所选行，空格在右侧显示详情，Alt+← 返回。</translation>
        </message>
        <message>
            <source>In forms Enter moves to the next field. F7 or Alt+Down opens a list of choices. Amounts may be typed as 1.2万, 12,000 or 3*4500.</source>
            <translation>在表单中按 Enter 移到下一项，F7 或 Alt+↓ 打开可选列表。金额可以输入 1.2万、12,000 或 3*4500。</translation>
        </message>
        <message>
            <source>Every price can be opened down to its formula, price row and date.</source>
            <translation>每个价格都可以展开，查看计算公式、价格来源和日期。</translation>
        </message>
    </context>
    <context>
        <name>chengdan::ui::ImportColumns</name>
        <message>
            <source>No field is called so</source>
            <translation>没有这个名称的字段</translation>
        </message>
        <message>
            <source>Another column has its field</source>
            <translation>对应的字段已给了别的列</translation>
        </message>
        <message>
            <source>As chosen last time</source>
            <translation>按上次的选择</translation>
        </message>
        <message>
            <source>Not imported</source>
            <translation>不导入</translation>
        </message>
        <message>
            <source>Field for “%1”</source>
            <translation>“%1” 对应的字段</translation>
        </message>
    </context>
    <context>
        <name>chengdan::ui::ImportPage</name>
        <message>
            <source>Import customers</source>
            <translation>导入客户</translation>
        </message>
        <message>
            <source>Import contacts</source>
            <translation>导入联系人</translation>
        </message>
        <message>
            <source>Import items</source>
            <translation>导入物料</translation>
        </message>
        <message>
            <source>Import opportunities</source>
            <translation>导入商机</translation>
        </message>
        <message>
            <source>Import</source>
            <translation>导入</translation>
        </message>
        <message>
            <source>Spreadsheets (*.xlsx *.xlsm *.csv *.txt);;All files (*)</source>
            <translation>表格文件 (*.xlsx *.xlsm *.csv *.txt);;所有文件 (*)</translation>
        </message>
        <message>
            <source>Clipboard</source>
            <translation>剪贴板</translation>
        </message>
        <message>
            <source>The choice of columns was not kept</source>
            <translation>列的对应关系没有保存</translation>
        </message>
        <message>
            <source>Save the rejected rows as …</source>
            <translation>拒收的行另存为…</translation>
        </message>
        <message>
            <source>Save the rejected rows</source>
            <translation>保存拒收的行</translation>
        </message>
        <message>
            <source>Saved as %1</source>
            <translation>已保存为 %1</translation>
        </message>
        <message>
            <source>Choose a CSV or Excel file, drop it here, or copy rows in a spreadsheet and paste them with Ctrl+V</source>
            <translation>选择 CSV 或 Excel 文件，拖到这里，或在表格里复制后按 Ctrl+V 粘贴</translation>
        </message>
        <message>
            <source>Choose a file …</source>
            <translation>选择文件…</translation>
        </message>
        <message>
            <source>Rows are</source>
            <translation>导入为</translation>
        </message>
        <message>
            <source>Sheet</source>
            <translation>工作表</translation>
        </message>
        <message>
            <source>The first row holds the column names</source>
            <translation>第一行是列名</translation>
        </message>
        <message>
            <source>Another file …</source>
            <translation>另选文件…</translation>
        </message>
        <message>
            <source>Rows as they will be understood</source>
            <translation>将按此理解各行</translation>
        </message>
        <message>
            <source>Which rows are shown</source>
            <translation>显示哪些行</translation>
        </message>
        <message>
            <source>Only rows without errors; the others go to a file</source>
            <translation>只导入无错的行，其余存入文件</translation>
        </message>
        <message>
            <source>All rows or none</source>
            <translation>全部导入，有错则都不导入</translation>
        </message>
        <message>
            <source>%1 rows · %2</source>
            <translation>%1 行 · %2</translation>
        </message>
        <message>
            <source>pasted</source>
            <translation>粘贴</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>取消</translation>
        </message>
        <message>
            <source>Stop the import</source>
            <translation>停止导入</translation>
        </message>
        <message>
            <source>Stop checking</source>
            <translation>停止检查</translation>
        </message>
        <message>
            <source>Reading …</source>
            <translation>正在读取…</translation>
        </message>
        <message>
            <source>Checking …</source>
            <translation>正在检查…</translation>
        </message>
        <message>
            <source>Importing: row %1 of %2</source>
            <translation>正在导入：第 %1 行，共 %2 行</translation>
        </message>
        <message>
            <source>Checking: row %1 of %2</source>
            <translation>正在检查：第 %1 行，共 %2 行</translation>
        </message>
        <message>
            <source>Columns</source>
            <translation>列</translation>
        </message>
        <message>
            <source>%1 of %2 are imported</source>
            <translation>导入 %1 列，共 %2 列</translation>
        </message>
        <message numerus="yes">
            <source>First %n rows</source>
            <translation>
                <numerusform>前 %n 行</numerusform>
            </translation>
        </message>
        <message>
            <source>Rows with errors  %1</source>
            <translation>有错的行  %1</translation>
        </message>
        <message>
            <source>No errors</source>
            <translation>没有错误</translation>
        </message>
        <message>
            <source>%1 new, %2 changed, %3 unchanged, %4 repeated, %5 with errors</source>
            <translation>新增 %1，更新 %2，无变化 %3，重复 %4，有错 %5</translation>
        </message>
        <message>
            <source>Errors first</source>
            <translation>先改正错误</translation>
        </message>
        <message numerus="yes">
            <source>Import %n rows</source>
            <translation>
                <numerusform>导入 %n 行</numerusform>
            </translation>
        </message>
        <message>
            <source>%1 cannot be imported</source>
            <translation>%1 不能导入</translation>
        </message>
        <message>
            <source>The rows cannot be imported like this</source>
            <translation>这样还不能导入</translation>
        </message>
        <message>
            <source>The checking was stopped</source>
            <translation>检查已停止</translation>
        </message>
        <message>
            <source>Pasted rows</source>
            <translation>粘贴的行</translation>
        </message>
        <message>
            <source>Nothing was imported</source>
            <translation>没有导入任何数据</translation>
        </message>
        <message>
            <source>The import was stopped; nothing was written</source>
            <translation>导入已停止，没有写入任何数据</translation>
        </message>
    </context>
    <context>
        <name>chengdan::ui::ImportResult</name>
        <message>
            <source>%1 imported, %2 rejected</source>
            <translation>导入 %1 行，拒收 %2 行</translation>
        </message>
        <message>
            <source>%1 imported</source>
            <translation>导入 %1 行</translation>
        </message>
        <message>
            <source>Show the list</source>
            <translation>查看列表</translation>
        </message>
        <message>
            <source>Open the rejected rows</source>
            <translation>打开拒收的行</translation>
        </message>
        <message>
            <source>Save the rejected rows as …</source>
            <translation>拒收的行另存为…</translation>
        </message>
        <message>
            <source>Import another file</source>
            <translation>导入另一个文件</translation>
        </message>
        <message>
            <source>Why rows were rejected</source>
            <translation>拒收的原因</translation>
        </message>
        <message>
            <source>%1 new, %2 changed, %3 unchanged, %4 repeated, %5 rejected</source>
            <translation>新增 %1，更新 %2，无变化 %3，重复 %4，拒收 %5</translation>
        </message>
        <message>
            <source>The rejected rows lie with their reasons in %1</source>
            <translation>拒收的行和原因保存在 %1</translation>
        </message>
        <message>
            <source>Rejected rows</source>
            <translation>拒收的行</translation>
        </message>
        <message>
            <source>the first %1; the file has all of them</source>
            <translation>前 %1 条，文件中有全部</translation>
        </message>
        <message>
            <source>Row</source>
            <translation>行</translation>
        </message>
        <message>
            <source>Field</source>
            <translation>字段</translation>
        </message>
        <message>
            <source>What is wrong</source>
            <translation>问题</translation>
        </message>
    </context>
    <context>
        <name>chengdan::ui::ImportRowsModel</name>
        <message>
            <source>New</source>
            <translation>新增</translation>
        </message>
        <message>
            <source>Changes</source>
            <translation>更新</translation>
        </message>
        <message>
            <source>Unchanged</source>
            <translation>无变化</translation>
        </message>
        <message>
            <source>Repeated</source>
            <translation>重复</translation>
        </message>
        <message>
            <source>Error</source>
            <translation>有错</translation>
        </message>
        <message>
            <source>%1: %2</source>
            <comment>field and problem</comment>
            <translation>%1：%2</translation>
        </message>
        <message>
            <source>Typed as “%1”</source>
            <translation>原文 “%1”</translation>
        </message>
        <message>
            <source>%1, cannot be read</source>
            <translation>%1，无法识别</translation>
        </message>
        <message>
            <source>Row</source>
            <translation>行</translation>
        </message>
        <message>
            <source>Will be</source>
            <translation>结果</translation>
        </message>
        <message>
            <source>What is wrong</source>
            <translation>问题</translation>
        </message>
    </context>
    <context>
        <name>chengdan::ui::ItemCostPage</name>
        <message>
            <source>Item cost</source>
            <translation>物料成本</translation>
        </message>
        <message>
            <source>Item</source>
            <translation>物料</translation>
        </message>
        <message>
            <source>Item code or name</source>
            <translation>物料编码或名称</translation>
        </message>
        <message>
            <source>Choose an item to see what it costs and how that was worked out</source>
            <translation>选择一个物料，查看它的成本及计算过程</translation>
        </message>
        <message>
            <source>Lot</source>
            <translation>批量</translation>
        </message>
        <message>
            <source>Prices of</source>
            <translation>价格日期</translation>
        </message>
        <message>
            <source>Quote this item</source>
            <translation>为此物料报价</translation>
        </message>
    </context>
    <context>
        <name>chengdan::ui::ItemPanel</name>
        <message>
            <source>Item</source>
            <translation>物料</translation>
        </message>
        <message>
            <source>The item was not deleted</source>
            <translation>物料未能删除</translation>
        </message>
        <message>
            <source>Item “%1” deleted</source>
            <translation>物料“%1”已删除</translation>
        </message>
    </context>
    <context>
        <name>chengdan::ui::ItemsPage</name>
        <message>
            <source>Products and BOM</source>
            <translation>产品与 BOM</translation>
        </message>
        <message>
            <source>Item code, name, specification, drawing</source>
            <translation>物料编码、名称、规格、图号</translation>
        </message>
        <message>
            <source>There are no items yet; Ctrl+I imports them from a file</source>
            <translation>还没有物料，按 Ctrl+I 可从文件导入</translation>
        </message>
        <message>
            <source>All items</source>
            <translation>全部物料</translation>
        </message>
        <message>
            <source>Made</source>
            <translation>自制</translation>
        </message>
        <message>
            <source>Bought</source>
            <translation>外购</translation>
        </message>
        <message>
            <source>For sale</source>
            <translation>可销售</translation>
        </message>
    </context>
    <context>
        <name>chengdan::ui::JobList</name>
        <message>
            <source>Waiting</source>
            <translation>等待中</translation>
        </message>
        <message>
            <source>Stopping …</source>
            <translation>正在停止…</translation>
        </message>
        <message>
            <source>%1 of %2</source>
            <translation>%1 / %2</translation>
        </message>
        <message>
            <source>Running</source>
            <translation>进行中</translation>
        </message>
        <message>
            <source>Cancelled</source>
            <translation>已取消</translation>
        </message>
        <message numerus="yes">
            <source>%n rows need a look</source>
            <translation>
                <numerusform>%n 行需要处理</numerusform>
            </translation>
        </message>
        <message>
            <source>Done</source>
            <translation>已完成</translation>
        </message>
    </context>
    <context>
        <name>chengdan::ui::JoinDataView</name>
        <message>
            <source>Add the people the server does not know, with their roles</source>
            <translation>添加服务器上没有的人员及其角色</translation>
        </message>
        <message>
            <source>What becomes of the records</source>
            <translation>各类记录的去向</translation>
        </message>
        <message>
            <source>The file holds %1 records. %2 of them go to the server as new; the others are there already or stay here as listed. Nothing was sent yet.</source>
            <translation>文件中共有 %1 条记录，其中 %2 条将作为新记录发送到服务器；其余的服务器上已有，或按下表留在本机。尚未发送任何数据。</translation>
        </message>
        <message numerus="yes">
            <source>%n document(s) get this PC&apos;s code in their number, because others may bear the same; the old number is kept with the record</source>
            <translation>
                <numerusform>%n 张单据的编号将改用本机代号，以免与他人的编号重复；原编号随记录保留</numerusform>
            </translation>
        </message>
        <message>
            <source>%1 records went to the server. The file as it was is kept in %2</source>
            <translation>已有 %1 条记录发送到服务器。原来的文件保存在 %2</translation>
        </message>
        <message numerus="yes">
            <source>%n record(s) stay here until somebody decides; the sync page lists them</source>
            <translation>
                <numerusform>%n 条记录留在本机，等待处理；可在“同步”页查看</numerusform>
            </translation>
        </message>
        <message>
            <source>Records</source>
            <translation>记录</translation>
        </message>
        <message>
            <source>Who is who (%1)</source>
            <translation>人员对应（%1）</translation>
        </message>
        <message>
            <source>Stays here (%1)</source>
            <translation>留在本机（%1）</translation>
        </message>
        <message>
            <source>Kind</source>
            <translation>类型</translation>
        </message>
        <message>
            <source>There already</source>
            <translation>服务器已有</translation>
        </message>
        <message>
            <source>Sent</source>
            <translation>发送</translation>
        </message>
        <message>
            <source>Registered</source>
            <translation>登记</translation>
        </message>
        <message>
            <source>Differ</source>
            <translation>内容不同</translation>
        </message>
        <message>
            <source>Stay here</source>
            <translation>留在本机</translation>
        </message>
        <message>
            <source>This PC only</source>
            <translation>仅本机</translation>
        </message>
        <message>
            <source>In the file</source>
            <translation>文件中</translation>
        </message>
        <message>
            <source>Login</source>
            <translation>登录名</translation>
        </message>
        <message>
            <source>On the server</source>
            <translation>服务器上</translation>
        </message>
        <message>
            <source>You (%1)</source>
            <translation>本人（%1）</translation>
        </message>
        <message>
            <source>Is added</source>
            <translation>将添加</translation>
        </message>
        <message>
            <source>Not there: becomes yours, the name is noted</source>
            <translation>服务器上没有：归入自己名下，并注明原姓名</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>名称</translation>
        </message>
        <message>
            <source>Why</source>
            <translation>原因</translation>
        </message>
    </context>
    <context>
        <name>chengdan::ui::JoinDialog</name>
        <message>
            <source>Server</source>
            <translation>服务器</translation>
        </message>
        <message>
            <source>Port</source>
            <translation>端口</translation>
        </message>
        <message>
            <source>Database</source>
            <translation>数据库</translation>
        </message>
        <message>
            <source>Login</source>
            <translation>登录名</translation>
        </message>
        <message>
            <source>Password</source>
            <translation>密码</translation>
        </message>
        <message>
            <source>Keep the password on this PC</source>
            <translation>在本机保存密码</translation>
        </message>
        <message>
            <source>Take the data of the present file along</source>
            <translation>带上当前文件中的数据</translation>
        </message>
        <message>
            <source>Join</source>
            <translation>加入</translation>
        </message>
        <message>
            <source>What joining makes of your data</source>
            <translation>加入后数据的去向</translation>
        </message>
        <message>
            <source>Join with this data</source>
            <translation>带数据加入</translation>
        </message>
        <message>
            <source>Join without it</source>
            <translation>不带数据加入</translation>
        </message>
        <message>
            <source>Stop</source>
            <translation>停止</translation>
        </message>
        <message>
            <source>Open it now</source>
            <translation>现在打开</translation>
        </message>
        <message>
            <source>Join a team&apos;s server</source>
            <translation>加入团队服务器</translation>
        </message>
        <message>
            <source>Where is the team&apos;s server?</source>
            <translation>团队服务器在哪里？</translation>
        </message>
        <message>
            <source>Choose …</source>
            <translation>选择…</translation>
        </message>
        <message>
            <source>Certificate file</source>
            <translation>证书文件</translation>
        </message>
        <message>
            <source>From the administrator; it proves that the server is yours</source>
            <translation>由管理员提供，用来证明这就是你们的服务器</translation>
        </message>
        <message>
            <source>New company file</source>
            <translation>新的公司文件</translation>
        </message>
        <message>
            <source>Such as u7; from the administrator</source>
            <translation>例如 u7，由管理员提供</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>取消</translation>
        </message>
        <message>
            <source>What you may see is copied into a new file on this PC, so that you can work without the network. The present file stays as it is.</source>
            <translation>你能看到的数据会复制到本机的一个新文件里，断网也能工作。现在的文件保持原样。</translation>
        </message>
        <message>
            <source>Certificates (*.crt *.pem *.cer);;All files (*)</source>
            <translation>证书 (*.crt *.pem *.cer);;所有文件 (*)</translation>
        </message>
        <message>
            <source>Company files (*.chengdan)</source>
            <translation>公司文件 (*.chengdan)</translation>
        </message>
        <message>
            <source>Progress</source>
            <translation>进度</translation>
        </message>
        <message>
            <source>Later</source>
            <translation>稍后</translation>
        </message>
        <message>
            <source>Enter the name or address of the server</source>
            <translation>请填写服务器的名称或地址</translation>
        </message>
        <message>
            <source>A port is a number from 1 to 65535</source>
            <translation>端口是 1 到 65535 之间的数字</translation>
        </message>
        <message>
            <source>Enter the name of the database</source>
            <translation>请填写数据库名称</translation>
        </message>
        <message>
            <source>There is no such file</source>
            <translation>没有这个文件</translation>
        </message>
        <message>
            <source>Enter your login</source>
            <translation>请填写登录名</translation>
        </message>
        <message>
            <source>Enter the password</source>
            <translation>请填写密码</translation>
        </message>
        <message>
            <source>Say where the new file is to lie</source>
            <translation>请指定新文件的位置</translation>
        </message>
        <message>
            <source>Fetching the team&apos;s data</source>
            <translation>正在接收团队数据</translation>
        </message>
        <message>
            <source>You may stop and join again later: it goes on where it was. Closing this window lets it go on as a task.</source>
            <translation>可以停止，以后再加入时会从停下的地方继续。关闭此窗口，接收作为任务继续进行。</translation>
        </message>
        <message>
            <source>%1 records received</source>
            <translation>已接收 %1 条记录</translation>
        </message>
        <message>
            <source>The team&apos;s data is on this PC</source>
            <translation>团队数据已在本机</translation>
        </message>
        <message>
            <source>It lies in %1</source>
            <translation>文件位于 %1</translation>
        </message>
        <message>
            <source>Contacting the server …</source>
            <translation>正在联系服务器…</translation>
        </message>
        <message>
            <source>Stopping …</source>
            <translation>正在停止……</translation>
        </message>
        <message>
            <source>Comparing your data with the team&apos;s</source>
            <translation>正在与团队数据比对</translation>
        </message>
        <message>
            <source>Nothing is sent before you have seen what becomes of it.</source>
            <translation>在确认之前不会发送任何数据。</translation>
        </message>
        <message>
            <source>A copy of the present file is made first</source>
            <translation>先为当前文件做一份副本</translation>
        </message>
        <message>
            <source>Compare the data for joining</source>
            <translation>比对要带入的数据</translation>
        </message>
        <message>
            <source>Joining with your data</source>
            <translation>正在带数据加入</translation>
        </message>
        <message>
            <source>You may stop at any moment: joining again, or the next sync, goes on where it was.</source>
            <translation>可随时停止：再次加入或下次同步时会从停下的地方继续。</translation>
        </message>
        <message>
            <source>People and teams</source>
            <translation>人员与团队</translation>
        </message>
        <message>
            <source>Writing the records</source>
            <translation>写入记录</translation>
        </message>
        <message>
            <source>Sending: %1 to go</source>
            <translation>正在发送，还剩 %1 条</translation>
        </message>
        <message>
            <source>Receiving what the server says</source>
            <translation>正在接收服务器的答复</translation>
        </message>
        <message>
            <source>Join with one&apos;s own data</source>
            <translation>带数据加入服务器</translation>
        </message>
        <message>
            <source>Finish later</source>
            <translation>稍后继续</translation>
        </message>
        <message>
            <source>You have joined with your data</source>
            <translation>已带数据加入</translation>
        </message>
    </context>
    <context>
        <name>chengdan::ui::ListColumnsPanel</name>
        <message>
            <source>Columns</source>
            <translation>列</translation>
        </message>
        <message>
            <source>Columns of this view</source>
            <translation>此视图的列</translation>
        </message>
        <message>
            <source>First column stays in place</source>
            <translation>首列固定</translation>
        </message>
        <message>
            <source>Row height</source>
            <translation>行高</translation>
        </message>
        <message>
            <source>Compact</source>
            <translation>紧凑</translation>
        </message>
        <message>
            <source>Normal</source>
            <translation>标准</translation>
        </message>
        <message>
            <source>Roomy</source>
            <translation>宽松</translation>
        </message>
        <message>
            <source>Up</source>
            <translation>上移</translation>
        </message>
        <message>
            <source>Move this column to the left  Alt+Up</source>
            <translation>此列左移  Alt+Up</translation>
        </message>
        <message>
            <source>Down</source>
            <translation>下移</translation>
        </message>
        <message>
            <source>Move this column to the right  Alt+Down</source>
            <translation>此列右移  Alt+Down</translation>
        </message>
        <message>
            <source>Back to the shipped columns</source>
            <translation>恢复默认列</translation>
        </message>
    </context>
    <context>
        <name>chengdan::ui::ListPage</name>
        <message>
            <source>Sign in …</source>
            <translation>登录…</translation>
        </message>
        <message>
            <source>The list could not be read</source>
            <translation>列表读取失败</translation>
        </message>
        <message>
            <source>Try again</source>
            <translation>重试</translation>
        </message>
        <message>
            <source>Copy details</source>
            <translation>复制详情</translation>
        </message>
        <message>
            <source>The list was not read to its end</source>
            <translation>列表没有读完</translation>
        </message>
        <message>
            <source>Read it now</source>
            <translation>现在读取</translation>
        </message>
        <message>
            <source>Sort ascending</source>
            <translation>升序</translation>
        </message>
        <message>
            <source>Sort descending</source>
            <translation>降序</translation>
        </message>
        <message>
            <source>Then ascending by this</source>
            <translation>再按此列升序</translation>
        </message>
        <message>
            <source>Then descending by this</source>
            <translation>再按此列降序</translation>
        </message>
        <message>
            <source>Filter…</source>
            <translation>筛选…</translation>
        </message>
        <message>
            <source>No groups</source>
            <translation>取消分组</translation>
        </message>
        <message>
            <source>Group by this column</source>
            <translation>按此列分组</translation>
        </message>
        <message>
            <source>Fold all groups</source>
            <translation>折叠所有分组</translation>
        </message>
        <message>
            <source>Open all groups</source>
            <translation>展开所有分组</translation>
        </message>
        <message>
            <source>Let all columns scroll</source>
            <translation>取消固定列</translation>
        </message>
        <message>
            <source>Keep in place up to here</source>
            <translation>固定到此列</translation>
        </message>
        <message>
            <source>Automatic width</source>
            <translation>自动列宽</translation>
        </message>
        <message>
            <source>Hide this column</source>
            <translation>隐藏此列</translation>
        </message>
        <message>
            <source>Column settings…</source>
            <translation>列设置…</translation>
        </message>
        <message>
            <source>Filter this list</source>
            <translation>筛选本列表</translation>
        </message>
        <message>
            <source>Filter this list  Ctrl+F</source>
            <translation>筛选本列表 Ctrl+F</translation>
        </message>
        <message>
            <source>Columns of %1</source>
            <translation>%1的列</translation>
        </message>
        <message>
            <source>Views</source>
            <translation>视图</translation>
        </message>
        <message>
            <source>Add a filter</source>
            <translation>添加筛选</translation>
        </message>
        <message>
            <source>Column settings</source>
            <translation>列设置</translation>
        </message>
        <message>
            <source>Save to view</source>
            <translation>保存到视图</translation>
        </message>
        <message>
            <source>Save as…</source>
            <translation>另存为…</translation>
        </message>
        <message>
            <source>A few words for the tab</source>
            <translation>标签上显示的几个字</translation>
        </message>
        <message>
            <source>Name of the view</source>
            <translation>视图名称</translation>
        </message>
        <message>
            <source>Save for me</source>
            <translation>仅为我保存</translation>
        </message>
        <message>
            <source>Save for everybody</source>
            <translation>保存给所有人</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>取消</translation>
        </message>
        <message>
            <source>Nothing here yet</source>
            <translation>这里还没有内容</translation>
        </message>
        <message>
            <source>Nothing matches &quot;%1&quot;</source>
            <translation>没有与“%1”匹配的记录</translation>
        </message>
        <message>
            <source>Clear filter</source>
            <translation>清除筛选</translation>
        </message>
        <message>
            <source>No row fits: %1</source>
            <translation>没有符合条件的行：%1</translation>
        </message>
        <message>
            <source>; </source>
            <comment>between conditions</comment>
            <translation>；</translation>
        </message>
        <message>
            <source>Rows: %1</source>
            <translation>%1 条</translation>
        </message>
        <message>
            <source>%1 · selected: %2</source>
            <translation>%1 · 已选 %2</translation>
        </message>
        <message>
            <source>Searching … %1 found so far</source>
            <translation>正在搜索……已找到 %1 条</translation>
        </message>
        <message>
            <source>Searching …</source>
            <translation>正在搜索……</translation>
        </message>
        <message>
            <source>%1: sum %2 · average %3 · count %4</source>
            <translation>%1：求和 %2 · 平均 %3 · 计数 %4</translation>
        </message>
        <message>
            <source>Total</source>
            <translation>合计</translation>
        </message>
        <message>
            <source>Total %1</source>
            <translation>%1合计</translation>
        </message>
        <message>
            <source>%1 %2</source>
            <comment>label and figure</comment>
            <translation>%1 %2</translation>
        </message>
        <message>
            <source>%1 rows are too many for the clipboard; export them to a file instead</source>
            <translation>%1 行超出剪贴板的容量，请改为导出到文件</translation>
        </message>
        <message numerus="yes">
            <source>%n row(s) copied</source>
            <translation>
                <numerusform>已复制 %n 行</numerusform>
            </translation>
        </message>
        <message>
            <source>Nothing was copied: %1</source>
            <translation>未复制：%1</translation>
        </message>
        <message>
            <source>Delete this view</source>
            <translation>删除此视图</translation>
        </message>
        <message>
            <source>All</source>
            <translation>全部</translation>
        </message>
        <message>
            <source>%1 •</source>
            <comment>view with unsaved changes</comment>
            <translation>%1 •</translation>
        </message>
        <message>
            <source>%1  %2</source>
            <comment>view and its number of rows</comment>
            <translation>%1  %2</translation>
        </message>
        <message>
            <source>%1  Alt+%2</source>
            <translation>%1  Alt+%2</translation>
        </message>
        <message>
            <source>View “%1” saved</source>
            <translation>视图“%1”已保存</translation>
        </message>
    </context>
    <context>
        <name>chengdan::ui::MainWindow</name>
        <message>
            <source>Go to %1</source>
            <translation>打开%1</translation>
        </message>
        <message>
            <source>Pages</source>
            <translation>页面</translation>
        </message>
        <message>
            <source>Chengdan</source>
            <translation>成单</translation>
        </message>
        <message>
            <source>Go back</source>
            <translation>返回</translation>
        </message>
        <message>
            <source>Find and go</source>
            <translation>查找与跳转</translation>
        </message>
        <message>
            <source>On this page</source>
            <translation>本页操作</translation>
        </message>
        <message>
            <source>Search and commands</source>
            <translation>搜索与命令</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>后退</translation>
        </message>
        <message>
            <source>Forward</source>
            <translation>前进</translation>
        </message>
        <message>
            <source>Filter this view</source>
            <translation>筛选本视图</translation>
        </message>
        <message>
            <source>New record of this list</source>
            <translation>在本列表新建</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>撤销</translation>
        </message>
        <message>
            <source>Redo</source>
            <translation>重做</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>保存</translation>
        </message>
        <message>
            <source>Print preview</source>
            <translation>打印预览</translation>
        </message>
        <message>
            <source>Refresh</source>
            <translation>刷新</translation>
        </message>
        <message>
            <source>New menu</source>
            <translation>新建菜单</translation>
        </message>
        <message>
            <source>View</source>
            <translation>显示</translation>
        </message>
        <message>
            <source>Rail wide or narrow</source>
            <translation>展开或收起导航栏</translation>
        </message>
        <message>
            <source>Tasks</source>
            <translation>任务</translation>
        </message>
        <message>
            <source>Switch light and dark</source>
            <translation>切换浅色与深色</translation>
        </message>
        <message>
            <source>Light</source>
            <translation>浅色</translation>
        </message>
        <message>
            <source>Dark</source>
            <translation>深色</translation>
        </message>
        <message>
            <source>As the system</source>
            <translation>跟随系统</translation>
        </message>
        <message>
            <source>Switch Chinese and English</source>
            <translation>切换中文与英文</translation>
        </message>
        <message>
            <source>Larger text</source>
            <translation>放大字号</translation>
        </message>
        <message>
            <source>Smaller text</source>
            <translation>缩小字号</translation>
        </message>
        <message>
            <source>Normal text</source>
            <translation>标准字号</translation>
        </message>
        <message>
            <source>Help</source>
            <translation>帮助</translation>
        </message>
        <message>
            <source>Keyboard shortcuts</source>
            <translation>快捷键</translation>
        </message>
        <message>
            <source>Quit</source>
            <translation>退出</translation>
        </message>
        <message>
            <source>Appearance</source>
            <translation>外观</translation>
        </message>
        <message>
            <source>Language</source>
            <translation>语言</translation>
        </message>
        <message>
            <source>Text size %1%</source>
            <translation>字号 %1%</translation>
        </message>
        <message>
            <source>No notices since the start</source>
            <translation>启动以来没有通知</translation>
        </message>
        <message>
            <source>Settings</source>
            <translation>设置</translation>
        </message>
        <message>
            <source>Search customers, numbers or commands</source>
            <translation>搜索客户、单号或命令</translation>
        </message>
        <message>
            <source>Notices</source>
            <translation>通知</translation>
        </message>
        <message>
            <source>New</source>
            <translation>新建</translation>
        </message>
        <message>
            <source>%1: %2</source>
            <translation>%1：%2</translation>
        </message>
        <message>
            <source>%1. Left as it is: %2</source>
            <translation>%1。保持原样：%2</translation>
        </message>
    </context>
    <context>
        <name>chengdan::ui::NewCustomerForm</name>
        <message>
            <source>Company name</source>
            <translation>公司名称</translation>
        </message>
        <message>
            <source>Phone</source>
            <translation>电话</translation>
        </message>
        <message>
            <source>Credit code</source>
            <translation>统一社会信用代码</translation>
        </message>
        <message>
            <source>Why it is another company</source>
            <translation>为何不是同一家公司</translation>
        </message>
        <message>
            <source>The full name on the licence</source>
            <translation>营业执照上的全称</translation>
        </message>
        <message>
            <source>18 characters, may follow later</source>
            <translation>18 位，可以以后补填</translation>
        </message>
        <message>
            <source>Save customer</source>
            <translation>保存客户</translation>
        </message>
        <message>
            <source>Save customer (Ctrl+Enter)</source>
            <translation>保存客户（Ctrl+Enter）</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>关闭</translation>
        </message>
    </context>
    <context>
        <name>chengdan::ui::NewOpportunityForm</name>
        <message>
            <source>Customer</source>
            <translation>客户</translation>
        </message>
        <message>
            <source>Part of the name or pinyin initials</source>
            <translation>名称的一部分或拼音首字母</translation>
        </message>
        <message>
            <source>What is to be sold</source>
            <translation>销售内容</translation>
        </message>
        <message>
            <source>Product and occasion, such as a yearly frame</source>
            <translation>产品与事由，例如年度框架</translation>
        </message>
        <message>
            <source>Expected amount</source>
            <translation>预计金额</translation>
        </message>
        <message>
            <source>With tax; 1.2万 is understood</source>
            <translation>含税；可输入 1.2万</translation>
        </message>
        <message>
            <source>Save opportunity</source>
            <translation>保存商机</translation>
        </message>
        <message>
            <source>Save opportunity (Ctrl+Enter)</source>
            <translation>保存商机（Ctrl+Enter）</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>关闭</translation>
        </message>
    </context>
    <context>
        <name>chengdan::ui::OpportunitiesPage</name>
        <message>
            <source>Opportunities</source>
            <translation>商机</translation>
        </message>
        <message>
            <source>Opportunity, customer, number</source>
            <translation>商机、客户、编号</translation>
        </message>
        <message>
            <source>There are no opportunities yet</source>
            <translation>还没有商机</translation>
        </message>
        <message>
            <source>New opportunity</source>
            <translation>新建商机</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>进行中</translation>
        </message>
        <message>
            <source>Mine</source>
            <translation>我的</translation>
        </message>
        <message>
            <source>Follow-up overdue</source>
            <translation>跟进逾期</translation>
        </message>
        <message>
            <source>All</source>
            <translation>全部</translation>
        </message>
        <message>
            <source>“%1” is now in “%2”</source>
            <translation>“%1”已进入“%2”</translation>
        </message>
        <message>
            <source>Opportunity “%1” saved</source>
            <translation>商机“%1”已保存</translation>
        </message>
        <message numerus="yes">
            <source>%n day(s) overdue</source>
            <translation>
                <numerusform>逾期 %n 天</numerusform>
            </translation>
        </message>
        <message>
            <source>Today</source>
            <translation>今天</translation>
        </message>
        <message numerus="yes">
            <source>%n day(s)</source>
            <translation>
                <numerusform>%n 天</numerusform>
            </translation>
        </message>
        <message>
            <source>Amount (yuan)</source>
            <translation>金额（元）</translation>
        </message>
        <message>
            <source>Next contact</source>
            <translation>下次跟进</translation>
        </message>
        <message>
            <source>Stay</source>
            <translation>停留</translation>
        </message>
    </context>
    <context>
        <name>chengdan::ui::OpportunityPanel</name>
        <message>
            <source>Opportunity</source>
            <translation>商机</translation>
        </message>
        <message>
            <source>The opportunity was not deleted</source>
            <translation>商机未能删除</translation>
        </message>
        <message>
            <source>Opportunity “%1” deleted</source>
            <translation>商机“%1”已删除</translation>
        </message>
        <message>
            <source>Moves the opportunity on (F8)</source>
            <translation>把商机推进到这一阶段（F8）</translation>
        </message>
        <message>
            <source>To “%1”</source>
            <translation>进入“%1”</translation>
        </message>
        <message>
            <source>New quote</source>
            <translation>新建报价</translation>
        </message>
        <message>
            <source>New quote for this customer (Ctrl+Shift+Q)</source>
            <translation>为此客户新建报价（Ctrl+Shift+Q）</translation>
        </message>
        <message>
            <source>Lost …</source>
            <translation>输单…</translation>
        </message>
        <message>
            <source>Why it was lost</source>
            <translation>输单原因</translation>
        </message>
        <message>
            <source>Close as lost</source>
            <translation>以输单关闭</translation>
        </message>
    </context>
    <context>
        <name>chengdan::ui::OwnershipBox</name>
        <message>
            <source>Owner</source>
            <translation>负责人</translation>
        </message>
        <message>
            <source>Nobody, in the pool</source>
            <translation>无人负责，在公海</translation>
        </message>
        <message>
            <source>Shown to others for a while (%1)</source>
            <translation>临时授权（%1）</translation>
        </message>
        <message>
            <source>Claim</source>
            <translation>认领</translation>
        </message>
        <message>
            <source>Hand over …</source>
            <translation>移交…</translation>
        </message>
        <message>
            <source>Into the pool …</source>
            <translation>退回公海…</translation>
        </message>
        <message>
            <source>Give access …</source>
            <translation>临时授权…</translation>
        </message>
        <message>
            <source>the pool</source>
            <translation>公海</translation>
        </message>
        <message>
            <source>Handover to %1</source>
            <translation>移交给 %1</translation>
        </message>
        <message>
            <source>Access for %1</source>
            <translation>授权给 %1</translation>
        </message>
        <message>
            <source>End of access for %1</source>
            <translation>收回 %1 的授权</translation>
        </message>
        <message>
            <source>%1: refused</source>
            <translation>%1：被拒绝</translation>
        </message>
        <message>
            <source>%1. Ask again or give it up on the sync page, under Requests.</source>
            <translation>%1。可在同步页的“请求”里再次提出或放弃。</translation>
        </message>
        <message>
            <source>%1: waits for the server</source>
            <translation>%1：待服务器确认</translation>
        </message>
        <message>
            <source>Asked %1. It counts only when the server has answered.</source>
            <translation>%1 提出，服务器答复后才算数。</translation>
        </message>
        <message>
            <source>%1, until %2</source>
            <comment>person, date</comment>
            <translation>%1，至 %2</translation>
        </message>
        <message>
            <source>%1 (by %2)</source>
            <comment>reason, person</comment>
            <translation>%1（%2 授权）</translation>
        </message>
        <message>
            <source>Ends, waits for the server</source>
            <translation>收回中，待服务器确认</translation>
        </message>
        <message>
            <source>Withdraw</source>
            <translation>撤回</translation>
        </message>
        <message>
            <source>Withdraw the access of %1</source>
            <translation>收回 %1 的授权</translation>
        </message>
    </context>
    <context>
        <name>chengdan::ui::PasswordDialog</name>
        <message>
            <source>Present password</source>
            <translation>当前密码</translation>
        </message>
        <message>
            <source>New password</source>
            <translation>新密码</translation>
        </message>
        <message>
            <source>New password again</source>
            <translation>再次输入新密码</translation>
        </message>
        <message>
            <source>Save password</source>
            <translation>保存密码</translation>
        </message>
        <message>
            <source>Password</source>
            <translation>密码</translation>
        </message>
        <message>
            <source>At least %1 characters; empty takes the password away</source>
            <translation>至少 %1 个字符；留空则取消密码</translation>
        </message>
        <message>
            <source>At least %1 characters</source>
            <translation>至少 %1 个字符</translation>
        </message>
        <message>
            <source>It keeps others at this PC from acting in your name. Whoever can copy the company file can read it without any password.</source>
            <translation>密码可防止他人在这台电脑上以你的名义操作；但能复制公司文件的人，无需密码即可读取其中内容。</translation>
        </message>
        <message>
            <source>Save password (Ctrl+Enter)</source>
            <translation>保存密码（Ctrl+回车）</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>取消</translation>
        </message>
        <message>
            <source>You have no password any more</source>
            <translation>密码已取消</translation>
        </message>
        <message>
            <source>Password saved</source>
            <translation>密码已保存</translation>
        </message>
    </context>
    <context>
        <name>chengdan::ui::PeoplePage</name>
        <message>
            <source>Active</source>
            <translation>启用</translation>
        </message>
        <message>
            <source>Left</source>
            <translation>已离职</translation>
        </message>
        <message>
            <source>People</source>
            <translation>人员</translation>
        </message>
        <message>
            <source>Name, login</source>
            <translation>姓名、登录名</translation>
        </message>
        <message>
            <source>There is nobody yet</source>
            <translation>还没有人员</translation>
        </message>
        <message>
            <source>New person</source>
            <translation>新建人员</translation>
        </message>
        <message>
            <source>In use</source>
            <translation>在用</translation>
        </message>
        <message>
            <source>Out of use</source>
            <translation>已停用</translation>
        </message>
        <message>
            <source>All</source>
            <translation>全部</translation>
        </message>
    </context>
    <context>
        <name>chengdan::ui::PersonAtServer</name>
        <message>
            <source>Signs in as %1</source>
            <translation>登录名 %1</translation>
        </message>
        <message>
            <source>Cannot sign in (%1)</source>
            <comment>login</comment>
            <translation>不能登录（%1）</translation>
        </message>
        <message>
            <source>Last seen %1</source>
            <translation>最近在线 %1</translation>
        </message>
        <message>
            <source>Never seen yet</source>
            <translation>从未登录</translation>
        </message>
        <message>
            <source>Customers in this name: %1</source>
            <translation>名下客户：%1</translation>
        </message>
        <message>
            <source>Edits that wait for a decision: %1</source>
            <translation>等待处理的修改：%1</translation>
        </message>
        <message>
            <source>Delegations under way or to come: %1</source>
            <translation>进行中或将开始的代理：%1</translation>
        </message>
        <message>
            <source>Not asked yet</source>
            <translation>尚未查询服务器</translation>
        </message>
        <message>
            <source>%1 · %2 · revoked</source>
            <comment>host, code</comment>
            <translation>%1 · %2 · 已收回</translation>
        </message>
        <message>
            <source>%1 · %2 · seen %3</source>
            <comment>host, code, time</comment>
            <translation>%1 · %2 · 在线 %3</translation>
        </message>
        <message>
            <source>Let sign in again …</source>
            <translation>恢复登录…</translation>
        </message>
        <message>
            <source>End access …</source>
            <translation>停用账号…</translation>
        </message>
        <message>
            <source>At the server</source>
            <translation>服务器上的账号</translation>
        </message>
        <message>
            <source>PCs with a copy of the data</source>
            <translation>保存有数据副本的电脑</translation>
        </message>
        <message>
            <source>Revoke this copy …</source>
            <translation>收回这份副本…</translation>
        </message>
        <message>
            <source>New password …</source>
            <translation>重设密码…</translation>
        </message>
    </context>
    <context>
        <name>chengdan::ui::PersonPanel</name>
        <message>
            <source>Revoke the copy on “%1”? It neither sends nor fetches any more, and edits that were not sent stay there.</source>
            <translation>收回“%1”上的副本？它不能再收发数据，未发送的修改留在那台电脑上。</translation>
        </message>
        <message>
            <source>Revoke</source>
            <translation>收回</translation>
        </message>
        <message>
            <source>The copy on “%1” is revoked</source>
            <translation>“%1”上的副本已收回</translation>
        </message>
        <message>
            <source>Nothing was changed</source>
            <translation>未作任何更改</translation>
        </message>
        <message>
            <source>At once nobody can sign in with that name, open sessions see nothing and end, and copies on PCs are revoked: %1.</source>
            <translation>立即生效：不能再登录，已打开的会话看不到数据并断开，收回电脑上的副本 %1 份。</translation>
        </message>
        <message>
            <source>Customers that stay in this name until they are handed over: %1. Edits that wait for a decision: %2. What was not sent from those PCs stays there.</source>
            <translation>名下客户保留到移交为止：%1 个。等待处理的修改：%2 条。那些电脑上未发送的修改留在原处。</translation>
        </message>
        <message>
            <source>End the access of “%1”?</source>
            <translation>停用“%1”的账号？</translation>
        </message>
        <message>
            <source>End access</source>
            <translation>停用账号</translation>
        </message>
        <message>
            <source>“%1” has no access any more</source>
            <translation>“%1”的账号已停用</translation>
        </message>
        <message>
            <source>Person</source>
            <translation>人员</translation>
        </message>
        <message>
            <source>Keep</source>
            <translation>保留</translation>
        </message>
        <message>
            <source>The person could not be read</source>
            <translation>人员信息无法读取</translation>
        </message>
        <message>
            <source>%1 · %2</source>
            <translation>%1 · %2</translation>
        </message>
        <message>
            <source>No role yet: this person can only look</source>
            <translation>尚无角色：此人只能查看</translation>
        </message>
        <message>
            <source>Take the password away</source>
            <translation>取消密码</translation>
        </message>
        <message>
            <source>Take “%1” out of use? Nobody can sign in as this person any more; all records stay.</source>
            <translation>停用“%1”？此后无法再以此人登录，所有记录均保留。</translation>
        </message>
        <message>
            <source>Take out of use</source>
            <translation>停用</translation>
        </message>
        <message>
            <source>“%1” is out of use</source>
            <translation>“%1”已停用</translation>
        </message>
        <message>
            <source>Take the password of “%1” away? The next sign-in needs none.</source>
            <translation>取消“%1”的密码？下次登录将无需密码。</translation>
        </message>
        <message>
            <source>“%1” has no password now</source>
            <translation>“%1”现在没有密码</translation>
        </message>
    </context>
    <context>
        <name>chengdan::ui::PlacesPage</name>
        <message>
            <source>Closed</source>
            <translation>已停用</translation>
        </message>
        <message>
            <source>In use</source>
            <translation>在用</translation>
        </message>
        <message>
            <source>Team</source>
            <translation>团队</translation>
        </message>
        <message>
            <source>Region</source>
            <translation>区域</translation>
        </message>
        <message>
            <source>Teams</source>
            <translation>团队</translation>
        </message>
        <message>
            <source>Regions</source>
            <translation>区域</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>名称</translation>
        </message>
        <message>
            <source>There are no teams yet</source>
            <translation>还没有团队</translation>
        </message>
        <message>
            <source>There are no regions yet</source>
            <translation>还没有区域</translation>
        </message>
        <message>
            <source>New team</source>
            <translation>新建团队</translation>
        </message>
        <message>
            <source>New region</source>
            <translation>新建区域</translation>
        </message>
        <message>
            <source>All</source>
            <translation>全部</translation>
        </message>
    </context>
    <context>
        <name>chengdan::ui::QuoteEditor</name>
        <message>
            <source>Quote %1</source>
            <translation>报价 %1</translation>
        </message>
        <message>
            <source>New quote</source>
            <translation>新建报价</translation>
        </message>
        <message>
            <source>This quote can no longer be changed</source>
            <translation>这份报价已不能修改</translation>
        </message>
        <message>
            <source>No item has the code %1; these lines hold it as words</source>
            <translation>没有编码为 %1 的物料，这些行按文字保留</translation>
        </message>
        <message>
            <source>Not a quantity or price: %1</source>
            <translation>不是数量或价格：%1</translation>
        </message>
        <message numerus="yes">
            <source>%n lines pasted</source>
            <translation>
                <numerusform>已粘贴 %n 行</numerusform>
            </translation>
        </message>
        <message>
            <source>This was typed and not saved before the program ended.</source>
            <translation>这是程序结束前输入但尚未保存的内容。</translation>
        </message>
        <message>
            <source>Give up</source>
            <translation>放弃</translation>
        </message>
        <message>
            <source>This quote is not saved yet</source>
            <translation>这份报价还没有保存</translation>
        </message>
        <message>
            <source>Save it, or give up what was typed.</source>
            <translation>请保存，或放弃已输入的内容。</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>保存</translation>
        </message>
        <message>
            <source>Quote %1 made</source>
            <translation>报价 %1 已创建</translation>
        </message>
        <message>
            <source>Quote %1 saved</source>
            <translation>报价 %1 已保存</translation>
        </message>
        <message>
            <source>Quote %1 waits for approval</source>
            <translation>报价 %1 等待审批</translation>
        </message>
        <message>
            <source>Revision R%1 begun</source>
            <translation>已开始版本 R%1</translation>
        </message>
        <message>
            <source>Print preview</source>
            <translation>打印预览</translation>
        </message>
        <message>
            <source>Save and show the print preview (Ctrl+P)</source>
            <translation>保存并显示打印预览（Ctrl+P）</translation>
        </message>
        <message>
            <source>New revision</source>
            <translation>新建版本</translation>
        </message>
        <message>
            <source>Submit for approval</source>
            <translation>提交审批</translation>
        </message>
        <message>
            <source>Save quote</source>
            <translation>保存报价</translation>
        </message>
        <message>
            <source>Save quote (Ctrl+S)</source>
            <translation>保存报价（Ctrl+S）</translation>
        </message>
        <message>
            <source>Quote lines</source>
            <translation>报价明细</translation>
        </message>
        <message>
            <source>Type a code or name, Enter, quantity, Enter. F2 edits, Ctrl+Delete removes a line, an emptied price follows the guide price.</source>
            <translation>输入编码或名称，Enter，数量，Enter。F2 编辑，Ctrl+Delete 删除行，清空价格则按基准价。</translation>
        </message>
        <message>
            <source>Lines of several people met here</source>
            <translation>几个人改的行合到了一起</translation>
        </message>
        <message>
            <source>The stored sums are those of one of them. Saving counts them anew.</source>
            <translation>存着的合计是其中一人的，保存后重新计算。</translation>
        </message>
        <message>
            <source>Net  %1</source>
            <translation>不含税  %1</translation>
        </message>
        <message>
            <source>Tax  %1</source>
            <translation>税额  %1</translation>
        </message>
        <message>
            <source>Total  %1</source>
            <translation>价税合计  %1</translation>
        </message>
    </context>
    <context>
        <name>chengdan::ui::QuoteHeaderForm</name>
        <message>
            <source>None</source>
            <translation>无</translation>
        </message>
        <message>
            <source>Customer</source>
            <translation>客户</translation>
        </message>
        <message>
            <source>Contact</source>
            <translation>联系人</translation>
        </message>
        <message>
            <source>Prices are</source>
            <translation>价格口径</translation>
        </message>
        <message>
            <source>Tax rate</source>
            <translation>税率</translation>
        </message>
        <message>
            <source>Valid until</source>
            <translation>有效期至</translation>
        </message>
        <message>
            <source>Payment</source>
            <translation>付款方式</translation>
        </message>
        <message>
            <source>Delivery</source>
            <translation>交期</translation>
        </message>
        <message>
            <source>Part of the name or pinyin initials</source>
            <translation>名称的一部分或拼音首字母</translation>
        </message>
        <message>
            <source>The customer&apos;s own terms, when there are any</source>
            <translation>客户有专门约定时填写</translation>
        </message>
        <message>
            <source>Such as: 35 days after signing</source>
            <translation>如：签约后 35 天</translation>
        </message>
        <message>
            <source>without tax</source>
            <translation>不含税</translation>
        </message>
        <message>
            <source>tax included</source>
            <translation>含税</translation>
        </message>
    </context>
    <context>
        <name>chengdan::ui::QuoteLinesModel</name>
        <message>
            <source>Item code or name …</source>
            <translation>物料编码或名称…</translation>
        </message>
        <message>
            <source>Item</source>
            <translation>物料</translation>
        </message>
        <message>
            <source>Name and specification</source>
            <translation>名称及规格</translation>
        </message>
        <message>
            <source>Quantity</source>
            <translation>数量</translation>
        </message>
        <message>
            <source>Unit</source>
            <translation>单位</translation>
        </message>
        <message>
            <source>Cost</source>
            <translation>成本</translation>
        </message>
        <message>
            <source>Guide price</source>
            <translation>基准价</translation>
        </message>
        <message>
            <source>Discount</source>
            <translation>让价</translation>
        </message>
        <message>
            <source>Price</source>
            <translation>单价</translation>
        </message>
        <message>
            <source>Net amount</source>
            <translation>不含税金额</translation>
        </message>
        <message>
            <source>Margin</source>
            <translation>毛利率</translation>
        </message>
    </context>
    <context>
        <name>chengdan::ui::QuotePreview</name>
        <message>
            <source>Print preview: %1</source>
            <translation>打印预览：%1</translation>
        </message>
        <message>
            <source>Language of the document</source>
            <translation>单据语言</translation>
        </message>
        <message>
            <source>Print …</source>
            <translation>打印…</translation>
        </message>
        <message>
            <source>Print</source>
            <translation>打印</translation>
        </message>
        <message>
            <source>Save as PDF …</source>
            <translation>另存为 PDF…</translation>
        </message>
        <message>
            <source>Save as PDF</source>
            <translation>另存为 PDF</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>关闭</translation>
        </message>
        <message>
            <source>&amp;Language of the document</source>
            <translation>单据语言(&amp;L)</translation>
        </message>
        <message>
            <source>Pages as they will be printed</source>
            <translation>打印效果预览</translation>
        </message>
        <message>
            <source>Print %1</source>
            <translation>打印 %1</translation>
        </message>
        <message>
            <source>Sent to %1</source>
            <translation>已发送到 %1</translation>
        </message>
        <message>
            <source>%1 as PDF</source>
            <translation>%1 导出 PDF</translation>
        </message>
        <message>
            <source>Saved as %1</source>
            <translation>已保存为 %1</translation>
        </message>
    </context>
    <context>
        <name>chengdan::ui::QuoteSidePanel</name>
        <message>
            <source>Cost make-up</source>
            <translation>成本构成</translation>
        </message>
        <message>
            <source>This line has no cost yet</source>
            <translation>此行尚无成本</translation>
        </message>
        <message>
            <source>No guide price</source>
            <translation>无基准价</translation>
        </message>
        <message>
            <source>The price is below the floor of %1</source>
            <translation>价格低于底价 %1</translation>
        </message>
        <message>
            <source>The discount of %1 is beyond a representative&apos;s authority</source>
            <translation>让价 %1 超出业务员权限</translation>
        </message>
        <message>
            <source>Needs approval: %1</source>
            <translation>需要审批：%1</translation>
        </message>
        <message>
            <source>Cost per unit</source>
            <translation>单位成本</translation>
        </message>
        <message>
            <source>Guide price</source>
            <translation>基准价</translation>
        </message>
        <message>
            <source>Floor price</source>
            <translation>底价</translation>
        </message>
        <message>
            <source>Discount</source>
            <translation>让价</translation>
        </message>
        <message>
            <source>Price</source>
            <translation>单价</translation>
        </message>
        <message>
            <source>Margin</source>
            <translation>毛利率</translation>
        </message>
        <message>
            <source>Guide price = </source>
            <translation>基准价 = </translation>
        </message>
        <message>
            <source>Floor price = </source>
            <translation>底价 = </translation>
        </message>
        <message>
            <source>Discount = </source>
            <translation>让价 = </translation>
        </message>
        <message>
            <source>Margin = </source>
            <translation>毛利率 = </translation>
        </message>
    </context>
    <context>
        <name>chengdan::ui::QuoteTierPanel</name>
        <message>
            <source>Quantity tiers</source>
            <translation>数量阶梯</translation>
        </message>
        <message>
            <source>of the current line; each costed with its own lot</source>
            <translation>当前行的阶梯；各档按自身批量核算成本</translation>
        </message>
        <message>
            <source>From quantity</source>
            <translation>起始数量</translation>
        </message>
        <message>
            <source>Cost</source>
            <translation>成本</translation>
        </message>
        <message>
            <source>Guide price</source>
            <translation>基准价</translation>
        </message>
        <message>
            <source>Price</source>
            <translation>单价</translation>
        </message>
        <message>
            <source>Margin</source>
            <translation>毛利率</translation>
        </message>
        <message>
            <source>Approval by</source>
            <translation>审批人</translation>
        </message>
    </context>
    <context>
        <name>chengdan::ui::QuotesPage</name>
        <message>
            <source>Quotes</source>
            <translation>报价</translation>
        </message>
        <message>
            <source>Number, customer, title</source>
            <translation>编号、客户、标题</translation>
        </message>
        <message>
            <source>There are no quotes yet</source>
            <translation>还没有报价</translation>
        </message>
        <message>
            <source>New quote</source>
            <translation>新建报价</translation>
        </message>
        <message>
            <source>All quotes</source>
            <translation>全部报价</translation>
        </message>
        <message>
            <source>Drafts</source>
            <translation>草稿</translation>
        </message>
        <message>
            <source>Waiting for approval</source>
            <translation>待审批</translation>
        </message>
        <message>
            <source>Sent</source>
            <translation>已发出</translation>
        </message>
    </context>
    <context>
        <name>chengdan::ui::RecordForm</name>
        <message>
            <source>Not saved</source>
            <translation>未保存</translation>
        </message>
        <message>
            <source>Asking the server …</source>
            <translation>正在请求服务器…</translation>
        </message>
        <message>
            <source>The file holds nothing here now</source>
            <translation>文件中此处现在为空</translation>
        </message>
        <message>
            <source>The file holds: %1</source>
            <translation>文件中现在是：%1</translation>
        </message>
        <message>
            <source>This record was changed elsewhere meanwhile</source>
            <translation>此记录刚被他人修改</translation>
        </message>
        <message>
            <source>Your changes do not touch the others. Save again.</source>
            <translation>你的修改与对方的不冲突，请再次保存。</translation>
        </message>
        <message>
            <source>Both of you changed: %1. Saving again keeps yours.</source>
            <translation>双方都修改了：%1。再次保存将保留你的修改。</translation>
        </message>
        <message>
            <source>Save mine</source>
            <translation>用我的</translation>
        </message>
        <message>
            <source>Take theirs</source>
            <translation>用对方的</translation>
        </message>
        <message>
            <source>Changed and not saved: %1</source>
            <translation>已修改但未保存：%1</translation>
        </message>
        <message>
            <source>This was typed and not saved before the program ended.</source>
            <translation>这是程序结束前输入但尚未保存的内容。</translation>
        </message>
        <message>
            <source>Give up</source>
            <translation>放弃</translation>
        </message>
        <message>
            <source>No</source>
            <translation>否</translation>
        </message>
        <message>
            <source>Yes</source>
            <translation>是</translation>
        </message>
        <message>
            <source>Fewer fields</source>
            <translation>收起字段</translation>
        </message>
        <message>
            <source>More fields</source>
            <translation>更多字段</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>保存</translation>
        </message>
        <message>
            <source>Save and close (Ctrl+Enter); Ctrl+S saves and stays</source>
            <translation>保存并关闭（Ctrl+回车）；Ctrl+S 保存但不关闭</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>取消</translation>
        </message>
        <message>
            <source>Leave without saving (Esc)</source>
            <translation>不保存离开（Esc）</translation>
        </message>
        <message>
            <source>Discard changes</source>
            <translation>放弃修改</translation>
        </message>
        <message>
            <source>Go on editing</source>
            <translation>继续编辑</translation>
        </message>
    </context>
    <context>
        <name>chengdan::ui::RecordPanel</name>
        <message>
            <source>This record is not shown to you</source>
            <translation>你无权查看此记录</translation>
        </message>
    </context>
    <context>
        <name>chengdan::ui::RequestWatch</name>
        <message>
            <source>The server has answered %1 requests, %2 of them refused: see Sync, Requests</source>
            <translation>服务器答复了 %1 个请求，其中 %2 个被拒绝，见同步页的“请求”</translation>
        </message>
        <message>
            <source>%1 customers</source>
            <translation>%1 个客户</translation>
        </message>
        <message>
            <source>“%1” was not registered: %2</source>
            <translation>“%1”没有登记成：%2</translation>
        </message>
        <message>
            <source>“%1” was not claimed: %2</source>
            <translation>“%1”没有认领成：%2</translation>
        </message>
        <message>
            <source>“%1” is yours now</source>
            <translation>“%1”现在由你负责</translation>
        </message>
        <message>
            <source>“%1” was not handed over: %2</source>
            <translation>“%1”没有移交成：%2</translation>
        </message>
        <message>
            <source>Handed over: %1</source>
            <translation>已移交：%1</translation>
        </message>
        <message>
            <source>No access was given to “%1”: %2</source>
            <translation>没有授权查看“%1”：%2</translation>
        </message>
        <message>
            <source>Access given to “%1”</source>
            <translation>已授权查看“%1”</translation>
        </message>
        <message>
            <source>The access to “%1” was not withdrawn: %2</source>
            <translation>“%1”的授权没有收回成：%2</translation>
        </message>
        <message>
            <source>Access to “%1” withdrawn</source>
            <translation>已收回“%1”的授权</translation>
        </message>
    </context>
    <context>
        <name>chengdan::ui::RequestsView</name>
        <message>
            <source>Register a customer</source>
            <translation>客户登记</translation>
        </message>
        <message>
            <source>Claim from the pool</source>
            <translation>从公海认领</translation>
        </message>
        <message>
            <source>Hand over</source>
            <translation>移交</translation>
        </message>
        <message>
            <source>Give access for a while</source>
            <translation>临时授权</translation>
        </message>
        <message>
            <source>End access</source>
            <translation>结束授权</translation>
        </message>
        <message>
            <source>Waits for the server</source>
            <translation>待服务器确认</translation>
        </message>
        <message>
            <source>Done</source>
            <translation>已完成</translation>
        </message>
        <message>
            <source>Refused</source>
            <translation>被拒绝</translation>
        </message>
        <message>
            <source>Customer</source>
            <translation>客户</translation>
        </message>
        <message>
            <source>Request</source>
            <translation>请求</translation>
        </message>
        <message>
            <source>Answer</source>
            <translation>答复</translation>
        </message>
        <message>
            <source>Field</source>
            <translation>字段</translation>
        </message>
        <message>
            <source>Value</source>
            <translation>值</translation>
        </message>
        <message>
            <source>Requests to the server</source>
            <translation>向服务器提出的请求</translation>
        </message>
        <message>
            <source>What was asked for</source>
            <translation>请求的内容</translation>
        </message>
        <message>
            <source>No requests. Claims, registrations and handovers wait here until the server has answered.</source>
            <translation>没有请求。认领、登记和移交会在这里等待服务器答复。</translation>
        </message>
        <message>
            <source>Ask again</source>
            <translation>再次请求</translation>
        </message>
        <message>
            <source>Give up</source>
            <translation>放弃</translation>
        </message>
        <message>
            <source>%1 customers</source>
            <translation>%1 个客户</translation>
        </message>
        <message>
            <source>(not on this PC)</source>
            <translation>（本机没有）</translation>
        </message>
        <message>
            <source>%1 · asked %2</source>
            <translation>%1 · %2 提出</translation>
        </message>
        <message>
            <source>It counts only when the server has answered</source>
            <translation>服务器答复后才算数</translation>
        </message>
        <message>
            <source>Receiver</source>
            <translation>接手人</translation>
        </message>
        <message>
            <source>Until</source>
            <translation>截止</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>原因</translation>
        </message>
        <message>
            <source>Asked again</source>
            <translation>已再次请求</translation>
        </message>
        <message>
            <source>“%1” was not registered. Giving up takes it out of this PC with everything that hangs on it; what was typed stays in the list of edits that need you.</source>
            <translation>“%1”没有登记成功。放弃后，它和挂在它下面的内容会从本机移除；填写过的内容留在“需要处理”的列表里。</translation>
        </message>
        <message>
            <source>Keep it here</source>
            <translation>留在本机</translation>
        </message>
        <message>
            <source>Take it out</source>
            <translation>移除</translation>
        </message>
    </context>
    <context>
        <name>chengdan::ui::RolesModel</name>
        <message>
            <source>%1, %2: %3</source>
            <translation>%1，%2：%3</translation>
        </message>
        <message>
            <source>allowed</source>
            <translation>允许</translation>
        </message>
        <message>
            <source>not allowed</source>
            <translation>不允许</translation>
        </message>
        <message>
            <source>People with this role</source>
            <translation>担任此角色的人员</translation>
        </message>
    </context>
    <context>
        <name>chengdan::ui::RolesPage</name>
        <message>
            <source>Roles and rights</source>
            <translation>角色与权限</translation>
        </message>
        <message>
            <source>A person may hold several roles; their rights add up. How far a role reaches (own records, team, region, company) is set with each person.</source>
            <translation>一个人可以担任多个角色，权限相加。角色的范围（本人、团队、区域、全公司）在人员资料中设置。</translation>
        </message>
    </context>
    <context>
        <name>chengdan::ui::ServerAuditPage</name>
        <message>
            <source>New</source>
            <translation>新增</translation>
        </message>
        <message>
            <source>Changed</source>
            <translation>修改</translation>
        </message>
        <message>
            <source>Act</source>
            <translation>操作</translation>
        </message>
        <message>
            <source>Signing in</source>
            <translation>登录</translation>
        </message>
        <message>
            <source>Access given</source>
            <translation>授权</translation>
        </message>
        <message>
            <source>Delegation</source>
            <translation>代理</translation>
        </message>
        <message>
            <source>Password</source>
            <translation>密码</translation>
        </message>
        <message>
            <source>Copy on a PC</source>
            <translation>电脑上的副本</translation>
        </message>
        <message>
            <source>Server&apos;s history</source>
            <translation>服务器历史</translation>
        </message>
        <message>
            <source>The history is what it was when it was sealed: %1 seals over %2 entries, %3 newer than the last seal</source>
            <translation>历史记录与封存时一致：%1 个封条，覆盖 %2 条，最后一个封条之后还有 %3 条</translation>
        </message>
        <message>
            <source>%1 (%2) · typed %3 · arrived %4 · PC %5 %6 · address %7</source>
            <translation>%1（%2）· 录入 %3 · 到达 %4 · 电脑 %5 %6 · 地址 %7</translation>
        </message>
        <message>
            <source>Who</source>
            <translation>人员</translation>
        </message>
        <message>
            <source>Everybody</source>
            <translation>所有人</translation>
        </message>
        <message>
            <source>Kind of record</source>
            <translation>记录类型</translation>
        </message>
        <message>
            <source>All records</source>
            <translation>全部记录</translation>
        </message>
        <message>
            <source>What</source>
            <translation>内容</translation>
        </message>
        <message>
            <source>Everything</source>
            <translation>全部</translation>
        </message>
        <message>
            <source>When</source>
            <translation>时间</translation>
        </message>
        <message>
            <source>Any time</source>
            <translation>不限时间</translation>
        </message>
        <message>
            <source>Today</source>
            <translation>今天</translation>
        </message>
        <message>
            <source>Last 7 days</source>
            <translation>最近 7 天</translation>
        </message>
        <message>
            <source>Last 30 days</source>
            <translation>最近 30 天</translation>
        </message>
        <message>
            <source>Older entries</source>
            <translation>更早的记录</translation>
        </message>
        <message>
            <source>Check the seals</source>
            <translation>核对封条</translation>
        </message>
        <message>
            <source>Whether the history is what it was when it was sealed</source>
            <translation>历史记录是否与封存时一致</translation>
        </message>
        <message>
            <source>Record</source>
            <translation>记录</translation>
        </message>
        <message>
            <source>Kind</source>
            <translation>类型</translation>
        </message>
        <message>
            <source>Arrived</source>
            <translation>到达时间</translation>
        </message>
        <message>
            <source>Field</source>
            <translation>字段</translation>
        </message>
        <message>
            <source>Before</source>
            <translation>修改前</translation>
        </message>
        <message>
            <source>Now</source>
            <translation>现在</translation>
        </message>
        <message>
            <source>Entries of the history</source>
            <translation>历史记录的条目</translation>
        </message>
        <message>
            <source>Fields that were changed</source>
            <translation>改过的字段</translation>
        </message>
        <message>
            <source>No entry fits, or none was fetched yet</source>
            <translation>没有符合的条目，或尚未取得</translation>
        </message>
    </context>
    <context>
        <name>chengdan::ui::ServerOffice</name>
        <message>
            <source>Not signed in to the server. People and teams are kept there, so nothing can be changed here now.</source>
            <translation>尚未登录服务器。人员和团队由服务器管理，现在不能更改。</translation>
        </message>
        <message>
            <source>The server cannot be reached. People and teams are kept there, so nothing can be changed until it answers again.</source>
            <translation>连接不上服务器。人员和团队由服务器管理，恢复连接后才能更改。</translation>
        </message>
    </context>
    <context>
        <name>chengdan::ui::ServerPage</name>
        <message>
            <source>Not signed in to the server</source>
            <translation>没有登录服务器</translation>
        </message>
        <message>
            <source>What stands here comes from the server itself.</source>
            <translation>这里的内容直接来自服务器。</translation>
        </message>
        <message>
            <source>Sign in …</source>
            <translation>登录…</translation>
        </message>
        <message>
            <source>Try again</source>
            <translation>重试</translation>
        </message>
    </context>
    <context>
        <name>chengdan::ui::ServerSignIn</name>
        <message>
            <source>Password</source>
            <translation>密码</translation>
        </message>
        <message>
            <source>Keep the password on this PC</source>
            <translation>在本机保存密码</translation>
        </message>
        <message>
            <source>Sign in</source>
            <translation>登录</translation>
        </message>
        <message>
            <source>Work offline</source>
            <translation>离线工作</translation>
        </message>
        <message>
            <source>Sign in to the team&apos;s server</source>
            <translation>登录团队服务器</translation>
        </message>
        <message>
            <source>%1 as %2. Until you sign in, everything works on this PC and waits to be sent.</source>
            <comment>server and login</comment>
            <translation>%1，登录名 %2。登录之前，本机一切照常，修改等待发送。</translation>
        </message>
        <message>
            <source>Contacting the server …</source>
            <translation>正在联系服务器…</translation>
        </message>
    </context>
    <context>
        <name>chengdan::ui::ShortcutSheet</name>
        <message>
            <source>Keyboard shortcuts</source>
            <translation>快捷键</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>关闭</translation>
        </message>
    </context>
    <context>
        <name>chengdan::ui::SignInDialog</name>
        <message>
            <source>Sign in</source>
            <translation>登录</translation>
        </message>
        <message>
            <source>Who signs in</source>
            <translation>登录人员</translation>
        </message>
        <message>
            <source>Password</source>
            <translation>密码</translation>
        </message>
        <message>
            <source>Unlock</source>
            <translation>解锁</translation>
        </message>
        <message>
            <source>Somebody else signs in</source>
            <translation>换人登录</translation>
        </message>
        <message>
            <source>%1 · %2</source>
            <comment>name and job title</comment>
            <translation>%1 · %2</translation>
        </message>
    </context>
    <context>
        <name>chengdan::ui::StaleDialog</name>
        <message>
            <source>Password</source>
            <translation>密码</translation>
        </message>
        <message>
            <source>Keep the password on this PC</source>
            <translation>在本机保存密码</translation>
        </message>
        <message>
            <source>Sign in</source>
            <translation>登录</translation>
        </message>
        <message>
            <source>Quit</source>
            <translation>退出</translation>
        </message>
        <message>
            <source>No contact with the server for too long</source>
            <translation>太久没有联系服务器</translation>
        </message>
        <message>
            <source>The team&apos;s data on this PC</source>
            <translation>本机上的团队数据</translation>
        </message>
        <message>
            <source>%1 as %2</source>
            <comment>server and login</comment>
            <translation>%1，登录名 %2</translation>
        </message>
        <message>
            <source>Contacting the server …</source>
            <translation>正在联系服务器…</translation>
        </message>
    </context>
    <context>
        <name>chengdan::ui::SyncPage</name>
        <message>
            <source>%1 · signed in as %2 · last contact %3</source>
            <comment>server, login, moment</comment>
            <translation>%1 · 登录名 %2 · 上次联系 %3</translation>
        </message>
        <message>
            <source>Not signed in to the server</source>
            <translation>没有登录服务器</translation>
        </message>
        <message>
            <source>Everything works on this PC; it is sent and fetched once you sign in.</source>
            <translation>本机一切照常；登录后才会发送和接收。</translation>
        </message>
        <message>
            <source>Sign in …</source>
            <translation>登录…</translation>
        </message>
        <message>
            <source>The clock of this PC differs from the server&apos;s by more than five minutes. Set it right; times shown here are otherwise wrong.</source>
            <translation>本机时钟与服务器相差五分钟以上。请校准，否则这里显示的时间不对。</translation>
        </message>
        <message>
            <source>Sending and fetching have stopped</source>
            <translation>发送和接收已停止</translation>
        </message>
        <message>
            <source>Try now</source>
            <translation>立即重试</translation>
        </message>
        <message>
            <source>Needs you</source>
            <translation>需要处理</translation>
        </message>
        <message>
            <source>Needs you %1</source>
            <translation>需要处理 %1</translation>
        </message>
        <message>
            <source>Requests</source>
            <translation>请求</translation>
        </message>
        <message>
            <source>Requests %1</source>
            <translation>请求 %1</translation>
        </message>
        <message>
            <source>Unsent</source>
            <translation>待同步</translation>
        </message>
        <message>
            <source>Unsent %1</source>
            <translation>待同步 %1</translation>
        </message>
        <message>
            <source>This file is for one PC. A team shares its data through a server of its own: everybody works on a copy, also without the network, and sees what they may see.</source>
            <translation>这个文件供一台电脑使用。团队通过自己的服务器共享数据：每个人在自己的副本上工作，断网也行，只看到自己有权看的内容。</translation>
        </message>
        <message>
            <source>Join a team&apos;s server …</source>
            <translation>加入团队服务器…</translation>
        </message>
        <message>
            <source>Sync now</source>
            <translation>立即同步</translation>
        </message>
        <message>
            <source>Check the copy</source>
            <translation>检查数据</translation>
        </message>
        <message>
            <source>Compares every record on this PC with the server</source>
            <translation>把本机的每条记录与服务器核对</translation>
        </message>
        <message>
            <source>Leave with a copy …</source>
            <translation>带副本退出…</translation>
        </message>
        <message>
            <source>Writes a file for one PC with everything that is here; the team&apos;s data stays</source>
            <translation>写出一个单机文件，包含本机的全部内容；团队数据不受影响</translation>
        </message>
        <message>
            <source>Lists of the sync page</source>
            <translation>同步页的列表</translation>
        </message>
        <message>
            <source>The copy agrees with the server</source>
            <translation>本机数据与服务器一致</translation>
        </message>
        <message>
            <source>Records that differed and are fetched again: %1</source>
            <translation>不一致并将重新接收的记录：%1</translation>
        </message>
        <message>
            <source>Leave with a copy</source>
            <translation>带副本退出</translation>
        </message>
        <message>
            <source>Company files (*.chengdan)</source>
            <translation>公司文件 (*.chengdan)</translation>
        </message>
        <message>
            <source>The copy for one PC lies in %1</source>
            <translation>单机副本位于 %1</translation>
        </message>
        <message numerus="yes">
            <source>%n attachment(s) are not in it: their contents lie only on the server</source>
            <translation>
                <numerusform>%n 个附件不在副本里：它们的内容只在服务器上</numerusform>
            </translation>
        </message>
        <message>
            <source>Sync</source>
            <translation>同步</translation>
        </message>
    </context>
    <context>
        <name>chengdan::ui::TaskPanel</name>
        <message>
            <source>Tasks</source>
            <translation>任务</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>关闭</translation>
        </message>
        <message>
            <source>Exports, imports and prints show here while they run</source>
            <translation>导出、导入和打印运行时显示在这里</translation>
        </message>
        <message>
            <source>Cancel task</source>
            <translation>取消任务</translation>
        </message>
        <message>
            <source>Open result</source>
            <translation>打开结果</translation>
        </message>
        <message>
            <source>Open failed rows</source>
            <translation>打开失败的行</translation>
        </message>
        <message>
            <source>Clear ended</source>
            <translation>清除已结束的任务</translation>
        </message>
    </context>
    <context>
        <name>chengdan::ui::Toast</name>
        <message>
            <source>Undo  Ctrl+Z</source>
            <translation>撤销 Ctrl+Z</translation>
        </message>
    </context>
    <context>
        <name>chengdan::ui::TopBar</name>
        <message>
            <source>Sync</source>
            <translation>同步</translation>
        </message>
        <message numerus="yes">
            <source>%n tasks running</source>
            <translation>
                <numerusform>%n 个任务进行中</numerusform>
            </translation>
        </message>
        <message>
            <source>Tasks</source>
            <translation>任务</translation>
        </message>
    </context>
    <context>
        <name>chengdan::ui::TrayView</name>
        <message>
            <source>Both changed it</source>
            <translation>双方都改了</translation>
        </message>
        <message>
            <source>Refused</source>
            <translation>被拒绝</translation>
        </message>
        <message>
            <source>Out of reach</source>
            <translation>已看不到</translation>
        </message>
        <message>
            <source>Server restored</source>
            <translation>服务器已恢复</translation>
        </message>
        <message>
            <source>(no name)</source>
            <translation>（无名称）</translation>
        </message>
        <message>
            <source>Somebody else changed the same fields before your edit arrived. Theirs stands now; yours is kept here until you decide.</source>
            <translation>你的修改送达之前，别人改了同样的字段。现在以对方的为准；你的留在这里，由你决定。</translation>
        </message>
        <message>
            <source>Record</source>
            <translation>记录</translation>
        </message>
        <message>
            <source>Kind</source>
            <translation>类型</translation>
        </message>
        <message>
            <source>Edited</source>
            <translation>修改时间</translation>
        </message>
        <message>
            <source>Why it is here</source>
            <translation>原因</translation>
        </message>
        <message>
            <source>Edits that need you</source>
            <translation>需要处理的修改</translation>
        </message>
        <message>
            <source>Fields: mine and theirs</source>
            <translation>字段：我的与对方的</translation>
        </message>
        <message>
            <source>Nothing needs you: no edit clashed and none was refused</source>
            <translation>没有需要处理的：没有冲突，也没有被拒绝的修改</translation>
        </message>
        <message>
            <source>Open the record</source>
            <translation>打开记录</translation>
        </message>
        <message>
            <source>Take mine</source>
            <translation>用我的</translation>
        </message>
        <message>
            <source>Keep theirs</source>
            <translation>用对方的</translation>
        </message>
        <message>
            <source>%1 · edited here %2</source>
            <translation>%1 · 本机修改于 %2</translation>
        </message>
        <message>
            <source>Field</source>
            <translation>字段</translation>
        </message>
        <message>
            <source>Mine</source>
            <translation>我的</translation>
        </message>
        <message>
            <source>Theirs (now)</source>
            <translation>对方的（现值）</translation>
        </message>
        <message>
            <source>Stands now</source>
            <translation>现值</translation>
        </message>
        <message>
            <source>Changed by</source>
            <translation>修改人</translation>
        </message>
        <message>
            <source>Give mine up</source>
            <translation>放弃我的</translation>
        </message>
        <message>
            <source>%1, %2</source>
            <comment>name and time</comment>
            <translation>%1，%2</translation>
        </message>
        <message>
            <source>Take mine in %1 of %2 fields</source>
            <translation>%2 个字段中的 %1 个用我的</translation>
        </message>
        <message>
            <source>Send mine again</source>
            <translation>重新发送我的</translation>
        </message>
        <message>
            <source>Space: this field or not</source>
            <translation>空格：选或不选这个字段</translation>
        </message>
        <message>
            <source>Stays as it is: %1</source>
            <translation>保持不变：%1</translation>
        </message>
        <message>
            <source>, </source>
            <comment>between names</comment>
            <translation>、</translation>
        </message>
        <message>
            <source>Mine was taken: %1</source>
            <translation>已用我的：%1</translation>
        </message>
        <message>
            <source>What stands was kept: %1</source>
            <translation>已保留现值：%1</translation>
        </message>
    </context>
    <context>
        <name>chengdan::ui::UndoStack</name>
        <message>
            <source>Done again: %1</source>
            <translation>已重做：%1</translation>
        </message>
        <message>
            <source>Taken back: %1</source>
            <translation>已撤销：%1</translation>
        </message>
        <message numerus="yes">
            <source>Deleted %n records</source>
            <translation>
                <numerusform>已删除 %n 条记录</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>chengdan::ui::UnsentView</name>
        <message>
            <source>New</source>
            <translation>新增</translation>
        </message>
        <message>
            <source>Removed</source>
            <translation>已移除</translation>
        </message>
        <message>
            <source>%1 new records</source>
            <translation>%1 条新记录</translation>
        </message>
        <message>
            <source>Deleted</source>
            <translation>已删除</translation>
        </message>
        <message>
            <source>Restored</source>
            <translation>已恢复</translation>
        </message>
        <message>
            <source>Fields changed: %1</source>
            <translation>改了 %1 个字段</translation>
        </message>
        <message>
            <source>(no name)</source>
            <translation>（无名称）</translation>
        </message>
        <message>
            <source>Record</source>
            <translation>记录</translation>
        </message>
        <message>
            <source>Kind</source>
            <translation>类型</translation>
        </message>
        <message>
            <source>What</source>
            <translation>内容</translation>
        </message>
        <message>
            <source>Edited</source>
            <translation>修改时间</translation>
        </message>
        <message>
            <source>Field</source>
            <translation>字段</translation>
        </message>
        <message>
            <source>Before</source>
            <translation>修改前</translation>
        </message>
        <message>
            <source>Now</source>
            <translation>现在</translation>
        </message>
        <message>
            <source>Unsent edits</source>
            <translation>待同步的修改</translation>
        </message>
        <message>
            <source>Fields that were changed</source>
            <translation>改过的字段</translation>
        </message>
        <message>
            <source>Everything is sent</source>
            <translation>已全部同步</translation>
        </message>
        <message>
            <source>Open the record</source>
            <translation>打开记录</translation>
        </message>
        <message>
            <source>The newest %1 of %2</source>
            <translation>最新的 %1 项，共 %2 项</translation>
        </message>
        <message>
            <source>On its way</source>
            <translation>发送中</translation>
        </message>
        <message>
            <source>Waits</source>
            <translation>等待发送</translation>
        </message>
        <message>
            <source>%1 · %2 · %3</source>
            <comment>kind of record, what was done, when</comment>
            <translation>%1 · %2 · %3</translation>
        </message>
    </context>
    <context>
        <name>chengdan::ui::WindowedModel</name>
        <message>
            <source>%1 (%2)</source>
            <translation>%1（%2）</translation>
        </message>
        <message>
            <source>%1, folded</source>
            <translation>%1，已折叠</translation>
        </message>
        <message>
            <source>%1, open</source>
            <translation>%1，已展开</translation>
        </message>
    </context>
    <context>
        <name>schema</name>
        <message>
            <source>Signed in</source>
            <translation>已登录</translation>
        </message>
        <message>
            <source>Sign-in refused</source>
            <translation>登录被拒绝</translation>
        </message>
        <message>
            <source>Password</source>
            <translation>密码</translation>
        </message>
        <message>
            <source>Rights</source>
            <translation>权限</translation>
        </message>
        <message>
            <source>Settings</source>
            <translation>设置</translation>
        </message>
        <message>
            <source>Price or cost</source>
            <translation>价格或成本</translation>
        </message>
        <message>
            <source>Deletion</source>
            <translation>删除</translation>
        </message>
        <message>
            <source>New owner</source>
            <translation>新负责人</translation>
        </message>
        <message>
            <source>Export</source>
            <translation>导出</translation>
        </message>
        <message>
            <source>Audit entry</source>
            <translation>审计记录</translation>
        </message>
        <message>
            <source>Audit entries</source>
            <translation>审计记录</translation>
        </message>
        <message>
            <source>Time</source>
            <translation>时间</translation>
        </message>
        <message>
            <source>Who</source>
            <translation>人员</translation>
        </message>
        <message>
            <source>Act</source>
            <translation>操作</translation>
        </message>
        <message>
            <source>Kind of record</source>
            <translation>记录类型</translation>
        </message>
        <message>
            <source>Record</source>
            <translation>记录</translation>
        </message>
        <message>
            <source>Called</source>
            <translation>名称</translation>
        </message>
        <message>
            <source>Old values</source>
            <translation>旧值</translation>
        </message>
        <message>
            <source>New values</source>
            <translation>新值</translation>
        </message>
        <message>
            <source>Device</source>
            <translation>设备</translation>
        </message>
        <message>
            <source>Time on the device</source>
            <translation>设备时间</translation>
        </message>
        <message>
            <source>Company setting</source>
            <translation>公司设置</translation>
        </message>
        <message>
            <source>Company settings</source>
            <translation>公司设置</translation>
        </message>
        <message>
            <source>Setting</source>
            <translation>设置项</translation>
        </message>
        <message>
            <source>Value</source>
            <translation>值</translation>
        </message>
        <message>
            <source>Added field</source>
            <translation>自定义字段</translation>
        </message>
        <message>
            <source>Added fields</source>
            <translation>自定义字段</translation>
        </message>
        <message>
            <source>Record type</source>
            <translation>记录类型</translation>
        </message>
        <message>
            <source>Key</source>
            <translation>键名</translation>
        </message>
        <message>
            <source>For files and imports: co_follower</source>
            <translation>用于文件和导入，如 co_follower</translation>
        </message>
        <message>
            <source>Chinese label</source>
            <translation>中文标签</translation>
        </message>
        <message>
            <source>As it stands on the form</source>
            <translation>表单上显示的文字</translation>
        </message>
        <message>
            <source>English label</source>
            <translation>英文标签</translation>
        </message>
        <message>
            <source>Empty: the Chinese one</source>
            <translation>留空则用中文标签</translation>
        </message>
        <message>
            <source>Kind of field</source>
            <translation>字段类型</translation>
        </message>
        <message>
            <source>Choices</source>
            <translation>选项</translation>
        </message>
        <message>
            <source>One a line</source>
            <translation>每行一个</translation>
        </message>
        <message>
            <source>Must be filled</source>
            <translation>必填</translation>
        </message>
        <message>
            <source>Indexed for filters</source>
            <translation>为筛选建立索引</translation>
        </message>
        <message>
            <source>Position</source>
            <translation>位号</translation>
        </message>
        <message>
            <source>In use</source>
            <translation>在用</translation>
        </message>
        <message>
            <source>Hint</source>
            <translation>提示</translation>
        </message>
        <message>
            <source>What to type, in a few words</source>
            <translation>用几个字说明填什么</translation>
        </message>
        <message>
            <source>Text</source>
            <translation>文本</translation>
        </message>
        <message>
            <source>Number</source>
            <translation>编号</translation>
        </message>
        <message>
            <source>Money</source>
            <translation>金额</translation>
        </message>
        <message>
            <source>Date</source>
            <translation>日期</translation>
        </message>
        <message>
            <source>One of a list</source>
            <translation>单选</translation>
        </message>
        <message>
            <source>Yes or no</source>
            <translation>是或否</translation>
        </message>
        <message>
            <source>Sales</source>
            <translation>销售</translation>
        </message>
        <message>
            <source>Sales manager</source>
            <translation>销售经理</translation>
        </message>
        <message>
            <source>Costing</source>
            <translation>成本核算</translation>
        </message>
        <message>
            <source>Finance</source>
            <translation>财务</translation>
        </message>
        <message>
            <source>Administrator</source>
            <translation>管理员</translation>
        </message>
        <message>
            <source>Viewer</source>
            <translation>只读用户</translation>
        </message>
        <message>
            <source>Own records</source>
            <translation>本人记录</translation>
        </message>
        <message>
            <source>Own team</source>
            <translation>本团队</translation>
        </message>
        <message>
            <source>Own region</source>
            <translation>本区域</translation>
        </message>
        <message>
            <source>Whole company</source>
            <translation>全公司</translation>
        </message>
        <message>
            <source>Region</source>
            <translation>区域</translation>
        </message>
        <message>
            <source>Regions</source>
            <translation>区域</translation>
        </message>
        <message>
            <source>Code</source>
            <translation>编码</translation>
        </message>
        <message>
            <source>A short code, such as HD</source>
            <translation>简短编码，如 HD</translation>
        </message>
        <message>
            <source>Region name</source>
            <translation>区域名称</translation>
        </message>
        <message>
            <source>Closed</source>
            <translation>已停用</translation>
        </message>
        <message>
            <source>Kept for history, offered no more</source>
            <translation>留作历史，不再提供选择</translation>
        </message>
        <message>
            <source>Team</source>
            <translation>团队</translation>
        </message>
        <message>
            <source>Teams</source>
            <translation>团队</translation>
        </message>
        <message>
            <source>Team name</source>
            <translation>团队名称</translation>
        </message>
        <message>
            <source>Team leader</source>
            <translation>团队负责人</translation>
        </message>
        <message>
            <source>Who decides for this team</source>
            <translation>由谁为该团队做决定</translation>
        </message>
        <message>
            <source>Person</source>
            <translation>人员</translation>
        </message>
        <message>
            <source>People</source>
            <translation>人员</translation>
        </message>
        <message>
            <source>Login</source>
            <translation>登录名</translation>
        </message>
        <message>
            <source>Lower-case letters and digits, such as wangx</source>
            <translation>小写字母和数字，如 wangx</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>姓名</translation>
        </message>
        <message>
            <source>Family name and given name</source>
            <translation>姓和名</translation>
        </message>
        <message>
            <source>Job title</source>
            <translation>职务</translation>
        </message>
        <message>
            <source>E-mail</source>
            <translation>电子邮箱</translation>
        </message>
        <message>
            <source>Phone</source>
            <translation>电话</translation>
        </message>
        <message>
            <source>Active</source>
            <translation>启用</translation>
        </message>
        <message>
            <source>Quoting level</source>
            <translation>报价级别</translation>
        </message>
        <message>
            <source>1 sales, 2 sales manager, 3 director, 4 unlimited</source>
            <translation>1 销售，2 销售经理，3 总监，4 不限</translation>
        </message>
        <message>
            <source>Approval limit</source>
            <translation>审批限额</translation>
        </message>
        <message>
            <source>The largest amount this person may approve</source>
            <translation>此人可审批的最大金额</translation>
        </message>
        <message>
            <source>Role</source>
            <translation>角色</translation>
        </message>
        <message>
            <source>Roles</source>
            <translation>角色</translation>
        </message>
        <message>
            <source>Reach</source>
            <translation>数据范围</translation>
        </message>
        <message>
            <source>Whose records the role reaches</source>
            <translation>该角色可访问谁的记录</translation>
        </message>
        <message>
            <source>Edit customers</source>
            <translation>编辑客户</translation>
        </message>
        <message>
            <source>Edit opportunities</source>
            <translation>编辑商机</translation>
        </message>
        <message>
            <source>Log activities</source>
            <translation>记录跟进</translation>
        </message>
        <message>
            <source>Edit quotes</source>
            <translation>编辑报价</translation>
        </message>
        <message>
            <source>Approve quotes</source>
            <translation>审批报价</translation>
        </message>
        <message>
            <source>Edit items and BOMs</source>
            <translation>编辑物料和 BOM</translation>
        </message>
        <message>
            <source>See costs</source>
            <translation>查看成本</translation>
        </message>
        <message>
            <source>Edit price policies</source>
            <translation>编辑定价政策</translation>
        </message>
        <message>
            <source>Import files</source>
            <translation>导入文件</translation>
        </message>
        <message>
            <source>Export long lists</source>
            <translation>导出长列表</translation>
        </message>
        <message>
            <source>Administer the company</source>
            <translation>管理公司</translation>
        </message>
        <message>
            <source>Saved view</source>
            <translation>已存视图</translation>
        </message>
        <message>
            <source>Saved views</source>
            <translation>已存视图</translation>
        </message>
        <message>
            <source>List</source>
            <translation>列表</translation>
        </message>
        <message>
            <source>View name</source>
            <translation>视图名称</translation>
        </message>
        <message>
            <source>A few words for the tab</source>
            <translation>标签上显示的几个字</translation>
        </message>
        <message>
            <source>Filter, order and columns</source>
            <translation>筛选、排序和列</translation>
        </message>
        <message>
            <source>Shared with everybody</source>
            <translation>共享给所有人</translation>
        </message>
        <message>
            <source>Visit</source>
            <translation>拜访</translation>
        </message>
        <message>
            <source>Demonstration</source>
            <translation>演示</translation>
        </message>
        <message>
            <source>Price talk</source>
            <translation>价格洽谈</translation>
        </message>
        <message>
            <source>After-sales visit</source>
            <translation>售后拜访</translation>
        </message>
        <message>
            <source>Call</source>
            <translation>电话</translation>
        </message>
        <message>
            <source>Message</source>
            <translation>消息</translation>
        </message>
        <message>
            <source>Sample</source>
            <translation>样品</translation>
        </message>
        <message>
            <source>Other</source>
            <translation>其他</translation>
        </message>
        <message>
            <source>Activity</source>
            <translation>跟进记录</translation>
        </message>
        <message>
            <source>Activities</source>
            <translation>跟进记录</translation>
        </message>
        <message>
            <source>Customer</source>
            <translation>客户</translation>
        </message>
        <message>
            <source>Opportunity</source>
            <translation>商机</translation>
        </message>
        <message>
            <source>Contact</source>
            <translation>联系人</translation>
        </message>
        <message>
            <source>Occasion</source>
            <translation>跟进方式</translation>
        </message>
        <message>
            <source>By</source>
            <translation>跟进人</translation>
        </message>
        <message>
            <source>Minutes</source>
            <translation>时长（分钟）</translation>
        </message>
        <message>
            <source>Summary</source>
            <translation>摘要</translation>
        </message>
        <message>
            <source>What was said and agreed, with names and figures</source>
            <translation>谈了什么、约定了什么，写明姓名和数字</translation>
        </message>
        <message>
            <source>Changed need</source>
            <translation>需求变化</translation>
        </message>
        <message>
            <source>What the customer wants differently now</source>
            <translation>客户现在有哪些不同的要求</translation>
        </message>
        <message>
            <source>Objection</source>
            <translation>异议</translation>
        </message>
        <message>
            <source>What holds the customer back: price, delivery, quality …</source>
            <translation>客户的顾虑：价格、交期、质量…</translation>
        </message>
        <message>
            <source>Competitor</source>
            <translation>竞争对手</translation>
        </message>
        <message>
            <source>The brand the customer named</source>
            <translation>客户提到的品牌</translation>
        </message>
        <message>
            <source>Competitor price</source>
            <translation>竞争对手价格</translation>
        </message>
        <message>
            <source>The unit price the customer named</source>
            <translation>客户提到的单价</translation>
        </message>
        <message>
            <source>Next step</source>
            <translation>下一步</translation>
        </message>
        <message>
            <source>One act: who does what</source>
            <translation>一个动作：谁做什么</translation>
        </message>
        <message>
            <source>Next date</source>
            <translation>下一步日期</translation>
        </message>
        <message>
            <source>Attachment</source>
            <translation>附件</translation>
        </message>
        <message>
            <source>Attachments</source>
            <translation>附件</translation>
        </message>
        <message>
            <source>Hangs on</source>
            <translation>所属类型</translation>
        </message>
        <message>
            <source>The kind of record it belongs to</source>
            <translation>附件所属记录的类型</translation>
        </message>
        <message>
            <source>File name</source>
            <translation>文件名</translation>
        </message>
        <message>
            <source>As it is called when it is saved again</source>
            <translation>另存时使用的名字</translation>
        </message>
        <message>
            <source>File type</source>
            <translation>文件类型</translation>
        </message>
        <message>
            <source>Size in bytes</source>
            <translation>大小（字节）</translation>
        </message>
        <message>
            <source>SHA-256 of the content</source>
            <translation>内容的 SHA-256</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>备注</translation>
        </message>
        <message>
            <source>What is to be seen in it</source>
            <translation>里面是什么内容</translation>
        </message>
        <message>
            <source>Bill of materials</source>
            <translation>BOM</translation>
        </message>
        <message>
            <source>Bills of materials</source>
            <translation>BOM</translation>
        </message>
        <message>
            <source>Item</source>
            <translation>物料</translation>
        </message>
        <message>
            <source>BOM no.</source>
            <translation>BOM 编号</translation>
        </message>
        <message>
            <source>Revision</source>
            <translation>版本</translation>
        </message>
        <message>
            <source>Status</source>
            <translation>状态</translation>
        </message>
        <message>
            <source>Valid from</source>
            <translation>生效日期</translation>
        </message>
        <message>
            <source>Valid to</source>
            <translation>失效日期</translation>
        </message>
        <message>
            <source>the first day it no longer holds</source>
            <translation>不再有效的第一天</translation>
        </message>
        <message>
            <source>Output quantity</source>
            <translation>产出数量</translation>
        </message>
        <message>
            <source>Output unit</source>
            <translation>产出单位</translation>
        </message>
        <message>
            <source>Yield</source>
            <translation>合格率</translation>
        </message>
        <message>
            <source>Change notice no.</source>
            <translation>变更单号</translation>
        </message>
        <message>
            <source>BOM line</source>
            <translation>BOM 行</translation>
        </message>
        <message>
            <source>BOM lines</source>
            <translation>BOM 行</translation>
        </message>
        <message>
            <source>Line no.</source>
            <translation>行号</translation>
        </message>
        <message>
            <source>Line type</source>
            <translation>行类型</translation>
        </message>
        <message>
            <source>Component</source>
            <translation>组件</translation>
        </message>
        <message>
            <source>Quantity</source>
            <translation>数量</translation>
        </message>
        <message>
            <source>Unit</source>
            <translation>单位</translation>
        </message>
        <message>
            <source>Quantity per lot</source>
            <translation>每批用量</translation>
        </message>
        <message>
            <source>start-up material of a lot, on top of the quantity per unit</source>
            <translation>每批的开机用料，另计于单位用量之外</translation>
        </message>
        <message>
            <source>Scrap</source>
            <translation>损耗</translation>
        </message>
        <message>
            <source>Scrap mode</source>
            <translation>损耗方式</translation>
        </message>
        <message>
            <source>Explode</source>
            <translation>展开</translation>
        </message>
        <message>
            <source>Supply</source>
            <translation>供应方式</translation>
        </message>
        <message>
            <source>Issued at operation</source>
            <translation>发料工序</translation>
        </message>
        <message>
            <source>By-product value</source>
            <translation>副产品价值</translation>
        </message>
        <message>
            <source>Share of cost</source>
            <translation>成本分摊比例</translation>
        </message>
        <message>
            <source>Recovery price</source>
            <translation>回收价格</translation>
        </message>
        <message>
            <source>Alternative group</source>
            <translation>替代组</translation>
        </message>
        <message>
            <source>Priority</source>
            <translation>优先级</translation>
        </message>
        <message>
            <source>position number on the drawing</source>
            <translation>图纸上的位置编号</translation>
        </message>
        <message>
            <source>Operation</source>
            <translation>工序</translation>
        </message>
        <message>
            <source>Operations</source>
            <translation>工序</translation>
        </message>
        <message>
            <source>Sequence</source>
            <translation>顺序号</translation>
        </message>
        <message>
            <source>Work centre</source>
            <translation>工作中心</translation>
        </message>
        <message>
            <source>Setup time</source>
            <translation>换型时间</translation>
        </message>
        <message>
            <source>minutes, or 1 h 30 min</source>
            <translation>填分钟数，或如 1 h 30 min</translation>
        </message>
        <message>
            <source>Run time</source>
            <translation>加工时间</translation>
        </message>
        <message>
            <source>Time basis</source>
            <translation>计时方式</translation>
        </message>
        <message>
            <source>Units per cycle</source>
            <translation>每循环件数</translation>
        </message>
        <message>
            <source>Cycle rounding</source>
            <translation>循环取整</translation>
        </message>
        <message>
            <source>Efficiency</source>
            <translation>效率</translation>
        </message>
        <message>
            <source>Crew</source>
            <translation>作业人数</translation>
        </message>
        <message>
            <source>Piece rate</source>
            <translation>计件单价</translation>
        </message>
        <message>
            <source>Outside service</source>
            <translation>外协</translation>
        </message>
        <message>
            <source>Outside quantity</source>
            <translation>外协数量</translation>
        </message>
        <message>
            <source>Outside unit</source>
            <translation>外协单位</translation>
        </message>
        <message>
            <source>Minimum charge</source>
            <translation>最低收费</translation>
        </message>
        <message>
            <source>Setup again after</source>
            <translation>再次换型间隔</translation>
        </message>
        <message>
            <source>Made</source>
            <translation>自制</translation>
        </message>
        <message>
            <source>Bought</source>
            <translation>外购</translation>
        </message>
        <message>
            <source>Phantom</source>
            <translation>虚拟件</translation>
        </message>
        <message>
            <source>Service</source>
            <translation>服务</translation>
        </message>
        <message>
            <source>Tool</source>
            <translation>模具</translation>
        </message>
        <message>
            <source>Lot of the order</source>
            <translation>订单批量</translation>
        </message>
        <message>
            <source>Standard lot</source>
            <translation>标准批量</translation>
        </message>
        <message>
            <source>By BOM or price</source>
            <translation>按 BOM 或价格</translation>
        </message>
        <message>
            <source>Fixed cost</source>
            <translation>固定成本</translation>
        </message>
        <message>
            <source>Material</source>
            <translation>材料</translation>
        </message>
        <message>
            <source>Labour</source>
            <translation>人工</translation>
        </message>
        <message>
            <source>Machine</source>
            <translation>设备</translation>
        </message>
        <message>
            <source>Setup</source>
            <translation>换型准备</translation>
        </message>
        <message>
            <source>Outside processing</source>
            <translation>外协</translation>
        </message>
        <message>
            <source>Tooling</source>
            <translation>模具</translation>
        </message>
        <message>
            <source>Packing</source>
            <translation>包装</translation>
        </message>
        <message>
            <source>Freight</source>
            <translation>运费</translation>
        </message>
        <message>
            <source>Manufacturing overhead</source>
            <translation>制造费用</translation>
        </message>
        <message>
            <source>Administration</source>
            <translation>管理费</translation>
        </message>
        <message>
            <source>Recovered scrap</source>
            <translation>回收废料</translation>
        </message>
        <message>
            <source>Draft</source>
            <translation>草稿</translation>
        </message>
        <message>
            <source>Released</source>
            <translation>已发布</translation>
        </message>
        <message>
            <source>Obsolete</source>
            <translation>已作废</translation>
        </message>
        <message>
            <source>By-product</source>
            <translation>副产品</translation>
        </message>
        <message>
            <source>Net × (1 + s)</source>
            <translation>净用量 ×（1 + s）</translation>
        </message>
        <message>
            <source>Net ÷ (1 − s)</source>
            <translation>净用量 ÷（1 − s）</translation>
        </message>
        <message>
            <source>Own</source>
            <translation>自备</translation>
        </message>
        <message>
            <source>Supplied by customer</source>
            <translation>客供</translation>
        </message>
        <message>
            <source>Credit</source>
            <translation>冲减</translation>
        </message>
        <message>
            <source>Per unit</source>
            <translation>每件</translation>
        </message>
        <message>
            <source>Per cycle</source>
            <translation>每循环</translation>
        </message>
        <message>
            <source>Per batch</source>
            <translation>每批次</translation>
        </message>
        <message>
            <source>Per lot</source>
            <translation>每批量</translation>
        </message>
        <message>
            <source>Whole cycles</source>
            <translation>整循环</translation>
        </message>
        <message>
            <source>Part cycles</source>
            <translation>按比例循环</translation>
        </message>
        <message>
            <source>Amortised</source>
            <translation>分摊</translation>
        </message>
        <message>
            <source>Line of its own</source>
            <translation>单独列行</translation>
        </message>
        <message>
            <source>Free</source>
            <translation>免费</translation>
        </message>
        <message>
            <source>Every level</source>
            <translation>每一层</translation>
        </message>
        <message>
            <source>Top only</source>
            <translation>仅顶层</translation>
        </message>
        <message>
            <source>All</source>
            <translation>全部</translation>
        </message>
        <message>
            <source>Item group</source>
            <translation>物料组</translation>
        </message>
        <message>
            <source>Exchange rate</source>
            <translation>汇率</translation>
        </message>
        <message>
            <source>Exchange rates</source>
            <translation>汇率</translation>
        </message>
        <message>
            <source>From currency</source>
            <translation>源币种</translation>
        </message>
        <message>
            <source>To currency</source>
            <translation>目标币种</translation>
        </message>
        <message>
            <source>Rate</source>
            <translation>汇率值</translation>
        </message>
        <message>
            <source>Source</source>
            <translation>来源</translation>
        </message>
        <message>
            <source>Overhead rule</source>
            <translation>费用分摊规则</translation>
        </message>
        <message>
            <source>Overhead rules</source>
            <translation>费用分摊规则</translation>
        </message>
        <message>
            <source>Rule</source>
            <translation>规则</translation>
        </message>
        <message>
            <source>Level</source>
            <translation>层级</translation>
        </message>
        <message>
            <source>Base</source>
            <translation>计算基数</translation>
        </message>
        <message>
            <source>cost elements joined by +, or ALL</source>
            <translation>成本要素用 + 连接，或填 ALL</translation>
        </message>
        <message>
            <source>Percentage</source>
            <translation>百分比</translation>
        </message>
        <message>
            <source>Amount per unit</source>
            <translation>单件金额</translation>
        </message>
        <message>
            <source>Adds to</source>
            <translation>计入</translation>
        </message>
        <message>
            <source>Holds for</source>
            <translation>适用于</translation>
        </message>
        <message>
            <source>Group or work centre</source>
            <translation>物料组或工作中心</translation>
        </message>
        <message>
            <source>Tools</source>
            <translation>模具</translation>
        </message>
        <message>
            <source>Tool no.</source>
            <translation>模具编号</translation>
        </message>
        <message>
            <source>Tool name</source>
            <translation>模具名称</translation>
        </message>
        <message>
            <source>Tool cost</source>
            <translation>模具费用</translation>
        </message>
        <message>
            <source>Currency</source>
            <translation>币种</translation>
        </message>
        <message>
            <source>Paid by customer</source>
            <translation>客户承担</translation>
        </message>
        <message>
            <source>Spread over</source>
            <translation>分摊数量</translation>
        </message>
        <message>
            <source>pieces agreed in the contract, not the lot</source>
            <translation>填合同约定的件数，不是批量</translation>
        </message>
        <message>
            <source>Charging</source>
            <translation>收费方式</translation>
        </message>
        <message>
            <source>Shipped so far</source>
            <translation>累计已发货</translation>
        </message>
        <message>
            <source>Items</source>
            <translation>物料</translation>
        </message>
        <message>
            <source>Item code</source>
            <translation>物料编码</translation>
        </message>
        <message>
            <source>Item name</source>
            <translation>物料名称</translation>
        </message>
        <message>
            <source>Specification</source>
            <translation>规格</translation>
        </message>
        <message>
            <source>size, material, grade</source>
            <translation>填尺寸、材质、牌号</translation>
        </message>
        <message>
            <source>Drawing no.</source>
            <translation>图号</translation>
        </message>
        <message>
            <source>Drawing revision</source>
            <translation>图纸版本</translation>
        </message>
        <message>
            <source>Kind</source>
            <translation>类型</translation>
        </message>
        <message>
            <source>Base unit</source>
            <translation>基本单位</translation>
        </message>
        <message>
            <source>price policies and overheads may hold for a group</source>
            <translation>定价政策和费用分摊可按组适用</translation>
        </message>
        <message>
            <source>Counts as</source>
            <translation>归入</translation>
        </message>
        <message>
            <source>Lot policy</source>
            <translation>批量策略</translation>
        </message>
        <message>
            <source>Costing lot</source>
            <translation>核算批量</translation>
        </message>
        <message>
            <source>in the base unit; the lot a standard item is always costed with</source>
            <translation>按基本单位填写；标准批量物料始终按此批量核算</translation>
        </message>
        <message>
            <source>Minimum order</source>
            <translation>最小订货量</translation>
        </message>
        <message>
            <source>Order multiple</source>
            <translation>订货倍数</translation>
        </message>
        <message>
            <source>For sale</source>
            <translation>可销售</translation>
        </message>
        <message>
            <source>Item cost</source>
            <translation>物料成本</translation>
        </message>
        <message>
            <source>Item costs</source>
            <translation>物料成本</translation>
        </message>
        <message>
            <source>per base unit, without tax</source>
            <translation>按每基本单位填写，不含税</translation>
        </message>
        <message>
            <source>Fixed cost currency</source>
            <translation>固定成本币种</translation>
        </message>
        <message>
            <source>Fixed cost of</source>
            <translation>固定成本日期</translation>
        </message>
        <message>
            <source>Cost source</source>
            <translation>成本来源</translation>
        </message>
        <message>
            <source>Preferred supplier</source>
            <translation>首选供应商</translation>
        </message>
        <message>
            <source>Supplier</source>
            <translation>供应商</translation>
        </message>
        <message>
            <source>Suppliers</source>
            <translation>供应商</translation>
        </message>
        <message>
            <source>Supplier code</source>
            <translation>供应商编码</translation>
        </message>
        <message>
            <source>Supplier name</source>
            <translation>供应商名称</translation>
        </message>
        <message>
            <source>Purchase price</source>
            <translation>采购价</translation>
        </message>
        <message>
            <source>Purchase prices</source>
            <translation>采购价</translation>
        </message>
        <message>
            <source>Price no.</source>
            <translation>价格编号</translation>
        </message>
        <message>
            <source>Price</source>
            <translation>单价</translation>
        </message>
        <message>
            <source>Price per</source>
            <translation>计价数量</translation>
        </message>
        <message>
            <source>1, 100 or 1000 units</source>
            <translation>填 1、100 或 1000 个单位</translation>
        </message>
        <message>
            <source>From quantity</source>
            <translation>起始数量</translation>
        </message>
        <message>
            <source>Tax included</source>
            <translation>含税</translation>
        </message>
        <message>
            <source>Tax rate</source>
            <translation>税率</translation>
        </message>
        <message>
            <source>inquiry or contract no.</source>
            <translation>填询价单号或合同号</translation>
        </message>
        <message>
            <source>Confirmed by</source>
            <translation>确认人</translation>
        </message>
        <message>
            <source>Unit of measure</source>
            <translation>计量单位</translation>
        </message>
        <message>
            <source>Units of measure</source>
            <translation>计量单位</translation>
        </message>
        <message>
            <source>short, as printed: pcs, kg, m</source>
            <translation>填打印用的简写：pcs、kg、m</translation>
        </message>
        <message>
            <source>Unit name</source>
            <translation>单位名称</translation>
        </message>
        <message>
            <source>Unit category</source>
            <translation>单位类别</translation>
        </message>
        <message>
            <source>only units of one category convert into each other: mass, length, count</source>
            <translation>只有同一类别的单位可以互相换算：质量、长度、计数</translation>
        </message>
        <message>
            <source>Factor numerator</source>
            <translation>换算分子</translation>
        </message>
        <message>
            <source>Factor denominator</source>
            <translation>换算分母</translation>
        </message>
        <message>
            <source>Item unit</source>
            <translation>物料单位</translation>
        </message>
        <message>
            <source>Item units</source>
            <translation>物料单位</translation>
        </message>
        <message>
            <source>Work centres</source>
            <translation>工作中心</translation>
        </message>
        <message>
            <source>Work centre name</source>
            <translation>工作中心名称</translation>
        </message>
        <message>
            <source>Hourly rate</source>
            <translation>小时费率</translation>
        </message>
        <message>
            <source>Hourly rates</source>
            <translation>小时费率</translation>
        </message>
        <message>
            <source>Machine rate per hour</source>
            <translation>机器小时费率</translation>
        </message>
        <message>
            <source>Labour rate per hour</source>
            <translation>人工小时费率</translation>
        </message>
        <message>
            <source>Not known yet</source>
            <translation>尚不清楚</translation>
        </message>
        <message>
            <source>Decides</source>
            <translation>决策</translation>
        </message>
        <message>
            <source>Buys</source>
            <translation>采购</translation>
        </message>
        <message>
            <source>Sets the technical standard</source>
            <translation>制定技术标准</translation>
        </message>
        <message>
            <source>Uses the product</source>
            <translation>使用产品</translation>
        </message>
        <message>
            <source>Pays</source>
            <translation>付款</translation>
        </message>
        <message>
            <source>Has influence</source>
            <translation>有影响力</translation>
        </message>
        <message>
            <source>Contacts</source>
            <translation>联系人</translation>
        </message>
        <message>
            <source>Contact name</source>
            <translation>联系人姓名</translation>
        </message>
        <message>
            <source>Department</source>
            <translation>部门</translation>
        </message>
        <message>
            <source>Mobile</source>
            <translation>手机</translation>
        </message>
        <message>
            <source>11 digits</source>
            <translation>填 11 位数字</translation>
        </message>
        <message>
            <source>WeChat</source>
            <translation>微信</translation>
        </message>
        <message>
            <source>Role in decisions</source>
            <translation>决策角色</translation>
        </message>
        <message>
            <source>Who decides, who buys, who sets the standard</source>
            <translation>谁决策、谁采购、谁定标准</translation>
        </message>
        <message>
            <source>Primary contact</source>
            <translation>主要联系人</translation>
        </message>
        <message>
            <source>Remark</source>
            <translation>备注</translation>
        </message>
        <message>
            <source>Company</source>
            <translation>企业</translation>
        </message>
        <message>
            <source>Consumer</source>
            <translation>个人</translation>
        </message>
        <message>
            <source>A</source>
            <translation>A</translation>
        </message>
        <message>
            <source>B</source>
            <translation>B</translation>
        </message>
        <message>
            <source>C</source>
            <translation>C</translation>
        </message>
        <message>
            <source>D</source>
            <translation>D</translation>
        </message>
        <message>
            <source>To be registered</source>
            <translation>待登记</translation>
        </message>
        <message>
            <source>In follow-up</source>
            <translation>跟进中</translation>
        </message>
        <message>
            <source>In the pool</source>
            <translation>公海</translation>
        </message>
        <message>
            <source>Given up</source>
            <translation>已放弃</translation>
        </message>
        <message>
            <source>Customers</source>
            <translation>客户</translation>
        </message>
        <message>
            <source>Company name</source>
            <translation>公司名称</translation>
        </message>
        <message>
            <source>The full name on the business licence</source>
            <translation>填营业执照上的全称</translation>
        </message>
        <message>
            <source>Customer number</source>
            <translation>客户编号</translation>
        </message>
        <message>
            <source>Short name</source>
            <translation>简称</translation>
        </message>
        <message>
            <source>What colleagues call this customer</source>
            <translation>填同事对该客户的常用称呼</translation>
        </message>
        <message>
            <source>Mnemonic code</source>
            <translation>助记码</translation>
        </message>
        <message>
            <source>Pinyin initials; left empty, they are made from the name</source>
            <translation>拼音首字母；留空则按名称自动生成</translation>
        </message>
        <message>
            <source>Name for comparison</source>
            <translation>比对用名称</translation>
        </message>
        <message>
            <source>Unified social credit code</source>
            <translation>统一社会信用代码</translation>
        </message>
        <message>
            <source>18 characters from the business licence</source>
            <translation>营业执照上的 18 位代码</translation>
        </message>
        <message>
            <source>Grade</source>
            <translation>等级</translation>
        </message>
        <message>
            <source>Industry</source>
            <translation>行业</translation>
        </message>
        <message>
            <source>What the customer makes or sells</source>
            <translation>客户生产或销售的产品</translation>
        </message>
        <message>
            <source>Province</source>
            <translation>省份</translation>
        </message>
        <message>
            <source>City</source>
            <translation>城市</translation>
        </message>
        <message>
            <source>Address</source>
            <translation>地址</translation>
        </message>
        <message>
            <source>Street and house number of the plant</source>
            <translation>工厂所在街道及门牌号</translation>
        </message>
        <message>
            <source>Postal code</source>
            <translation>邮政编码</translation>
        </message>
        <message>
            <source>Switchboard, with the area code</source>
            <translation>总机，含区号</translation>
        </message>
        <message>
            <source>Website</source>
            <translation>网站</translation>
        </message>
        <message>
            <source>Fair, referral, website, cold call …</source>
            <translation>展会、转介绍、网站、电话拜访…</translation>
        </message>
        <message>
            <source>Payment terms</source>
            <translation>付款方式</translation>
        </message>
        <message>
            <source>For example: 30 % in advance, the rest 60 days after invoice</source>
            <translation>例如：预付 30%，余款开票后 60 天付清</translation>
        </message>
        <message>
            <source>Invoice title</source>
            <translation>发票抬头</translation>
        </message>
        <message>
            <source>Bank</source>
            <translation>开户银行</translation>
        </message>
        <message>
            <source>Bank and branch</source>
            <translation>银行及支行</translation>
        </message>
        <message>
            <source>Bank account</source>
            <translation>银行账号</translation>
        </message>
        <message>
            <source>Invoice address</source>
            <translation>开票地址</translation>
        </message>
        <message>
            <source>Invoice phone</source>
            <translation>开票电话</translation>
        </message>
        <message>
            <source>What the next colleague must know</source>
            <translation>接手的同事必须知道的事项</translation>
        </message>
        <message>
            <source>Delivery time</source>
            <translation>交期</translation>
        </message>
        <message>
            <source>Technology</source>
            <translation>技术</translation>
        </message>
        <message>
            <source>Relationship</source>
            <translation>客户关系</translation>
        </message>
        <message>
            <source>Project cancelled</source>
            <translation>项目取消</translation>
        </message>
        <message>
            <source>No reply</source>
            <translation>无回复</translation>
        </message>
        <message>
            <source>Opportunities</source>
            <translation>商机</translation>
        </message>
        <message>
            <source>Opportunity name</source>
            <translation>商机名称</translation>
        </message>
        <message>
            <source>What the customer wants to buy</source>
            <translation>客户想要采购的内容</translation>
        </message>
        <message>
            <source>Opportunity number</source>
            <translation>商机编号</translation>
        </message>
        <message>
            <source>Stage</source>
            <translation>阶段</translation>
        </message>
        <message>
            <source>Expected amount</source>
            <translation>预计金额</translation>
        </message>
        <message>
            <source>With tax; 1.2万 is understood</source>
            <translation>含税；可输入 1.2万</translation>
        </message>
        <message>
            <source>Probability</source>
            <translation>赢单概率</translation>
        </message>
        <message>
            <source>Only when it differs from that of the stage</source>
            <translation>仅在与阶段的概率不同时填写</translation>
        </message>
        <message>
            <source>Expected close</source>
            <translation>预计成交日期</translation>
        </message>
        <message>
            <source>When the customer will decide</source>
            <translation>客户将作出决定的日期</translation>
        </message>
        <message>
            <source>Opened on</source>
            <translation>创建日期</translation>
        </message>
        <message>
            <source>In stage since</source>
            <translation>进入当前阶段日期</translation>
        </message>
        <message>
            <source>Closed on</source>
            <translation>关闭日期</translation>
        </message>
        <message>
            <source>Brand and price that the customer named</source>
            <translation>客户提到的品牌和价格</translation>
        </message>
        <message>
            <source>Reason of loss</source>
            <translation>输单原因</translation>
        </message>
        <message>
            <source>Note on the loss</source>
            <translation>输单说明</translation>
        </message>
        <message>
            <source>What the customer said, in one sentence</source>
            <translation>用一句话写下客户的原话</translation>
        </message>
        <message>
            <source>Stage change</source>
            <translation>阶段变更</translation>
        </message>
        <message>
            <source>Stage changes</source>
            <translation>阶段变更</translation>
        </message>
        <message>
            <source>From stage</source>
            <translation>原阶段</translation>
        </message>
        <message>
            <source>To stage</source>
            <translation>新阶段</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>原因</translation>
        </message>
        <message>
            <source>Sales order</source>
            <translation>销售订单</translation>
        </message>
        <message>
            <source>Sales orders</source>
            <translation>销售订单</translation>
        </message>
        <message>
            <source>Order number</source>
            <translation>订单号</translation>
        </message>
        <message>
            <source>Customer order number</source>
            <translation>客户订单号</translation>
        </message>
        <message>
            <source>Ordered on</source>
            <translation>下单日期</translation>
        </message>
        <message>
            <source>Due on</source>
            <translation>应交日期</translation>
        </message>
        <message>
            <source>Shipped on</source>
            <translation>发货日期</translation>
        </message>
        <message>
            <source>Region of the order</source>
            <translation>订单区域</translation>
        </message>
        <message>
            <source>Sales person</source>
            <translation>销售人员</translation>
        </message>
        <message>
            <source>Ordered online</source>
            <translation>网上下单</translation>
        </message>
        <message>
            <source>Net amount</source>
            <translation>不含税金额</translation>
        </message>
        <message>
            <source>Tax</source>
            <translation>税额</translation>
        </message>
        <message>
            <source>Total as ordered</source>
            <translation>下单总额</translation>
        </message>
        <message>
            <source>Order amount</source>
            <translation>订单金额</translation>
        </message>
        <message>
            <source>Order line</source>
            <translation>订单行</translation>
        </message>
        <message>
            <source>Order lines</source>
            <translation>订单行</translation>
        </message>
        <message>
            <source>Line</source>
            <translation>行</translation>
        </message>
        <message>
            <source>Unit price</source>
            <translation>单价</translation>
        </message>
        <message>
            <source>Discount</source>
            <translation>让价</translation>
        </message>
        <message>
            <source>Line total</source>
            <translation>行合计</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>进行中</translation>
        </message>
        <message>
            <source>Won</source>
            <translation>赢单</translation>
        </message>
        <message>
            <source>Lost</source>
            <translation>输单</translation>
        </message>
        <message>
            <source>Grey</source>
            <translation>灰色</translation>
        </message>
        <message>
            <source>Light blue</source>
            <translation>浅蓝色</translation>
        </message>
        <message>
            <source>Blue</source>
            <translation>蓝色</translation>
        </message>
        <message>
            <source>Violet</source>
            <translation>紫色</translation>
        </message>
        <message>
            <source>Amber</source>
            <translation>琥珀色</translation>
        </message>
        <message>
            <source>Green</source>
            <translation>绿色</translation>
        </message>
        <message>
            <source>Red</source>
            <translation>红色</translation>
        </message>
        <message>
            <source>Stages</source>
            <translation>阶段</translation>
        </message>
        <message>
            <source>Order</source>
            <translation>顺序</translation>
        </message>
        <message>
            <source>Chinese name</source>
            <translation>中文名称</translation>
        </message>
        <message>
            <source>English name</source>
            <translation>英文名称</translation>
        </message>
        <message>
            <source>How likely an opportunity in this stage is won</source>
            <translation>处于此阶段的商机赢单的可能性</translation>
        </message>
        <message>
            <source>Outcome</source>
            <translation>结果</translation>
        </message>
        <message>
            <source>Colour</source>
            <translation>颜色</translation>
        </message>
        <message>
            <source>Longest stay in days</source>
            <translation>最长停留天数</translation>
        </message>
        <message>
            <source>Longer stays are marked; 0 marks none</source>
            <translation>停留超过此天数会被标记；0 表示不标记</translation>
        </message>
        <message>
            <source>Goal</source>
            <translation>目标</translation>
        </message>
        <message>
            <source>What must be reached before the next stage</source>
            <translation>进入下一阶段前必须达成的事项</translation>
        </message>
        <message>
            <source>Price policy</source>
            <translation>定价政策</translation>
        </message>
        <message>
            <source>Price policies</source>
            <translation>定价政策</translation>
        </message>
        <message>
            <source>Item or group code</source>
            <translation>物料或分组编码</translation>
        </message>
        <message>
            <source>Customer grade</source>
            <translation>客户等级</translation>
        </message>
        <message>
            <source>Method</source>
            <translation>计价方法</translation>
        </message>
        <message>
            <source>Markup or margin</source>
            <translation>加成率或毛利率</translation>
        </message>
        <message>
            <source>Lowest markup</source>
            <translation>最低加成率</translation>
        </message>
        <message>
            <source>Price step</source>
            <translation>价格步长</translation>
        </message>
        <message>
            <source>Price decimals</source>
            <translation>价格小数位数</translation>
        </message>
        <message>
            <source>Price authority</source>
            <translation>价格权限</translation>
        </message>
        <message>
            <source>Price authorities</source>
            <translation>价格权限</translation>
        </message>
        <message>
            <source>Largest discount</source>
            <translation>最大让价</translation>
        </message>
        <message>
            <source>Quote</source>
            <translation>报价</translation>
        </message>
        <message>
            <source>Quotes</source>
            <translation>报价</translation>
        </message>
        <message>
            <source>Quote no.</source>
            <translation>报价单号</translation>
        </message>
        <message>
            <source>Subject</source>
            <translation>主题</translation>
        </message>
        <message>
            <source>what the offer is about, in the customer&apos;s words</source>
            <translation>报价的内容，用客户的说法填写</translation>
        </message>
        <message>
            <source>State</source>
            <translation>状态</translation>
        </message>
        <message>
            <source>Net total</source>
            <translation>不含税合计</translation>
        </message>
        <message>
            <source>Total with tax</source>
            <translation>价税合计</translation>
        </message>
        <message>
            <source>Net total in base currency</source>
            <translation>本位币不含税合计</translation>
        </message>
        <message>
            <source>Valid until</source>
            <translation>有效期至</translation>
        </message>
        <message>
            <source>Quote revision</source>
            <translation>报价版本</translation>
        </message>
        <message>
            <source>Quote revisions</source>
            <translation>报价版本</translation>
        </message>
        <message>
            <source>Base currency</source>
            <translation>本位币</translation>
        </message>
        <message>
            <source>Rate of</source>
            <translation>汇率日期</translation>
        </message>
        <message>
            <source>Exchange buffer</source>
            <translation>汇率缓冲</translation>
        </message>
        <message>
            <source>Tax mode</source>
            <translation>计税方式</translation>
        </message>
        <message>
            <source>Delivery terms</source>
            <translation>交货条件</translation>
        </message>
        <message>
            <source>who pays the freight</source>
            <translation>运费由谁承担</translation>
        </message>
        <message>
            <source>Remarks</source>
            <translation>备注</translation>
        </message>
        <message>
            <source>Internal note</source>
            <translation>内部备注</translation>
        </message>
        <message>
            <source>Sent</source>
            <translation>已发出</translation>
        </message>
        <message>
            <source>Waiting for approval</source>
            <translation>待审批</translation>
        </message>
        <message>
            <source>Approved</source>
            <translation>已批准</translation>
        </message>
        <message>
            <source>Accepted</source>
            <translation>已接受</translation>
        </message>
        <message>
            <source>Expired</source>
            <translation>已过期</translation>
        </message>
        <message>
            <source>Superseded</source>
            <translation>已被取代</translation>
        </message>
        <message>
            <source>Product</source>
            <translation>产品</translation>
        </message>
        <message>
            <source>One-time fee</source>
            <translation>一次性费用</translation>
        </message>
        <message>
            <source>Prices without tax</source>
            <translation>不含税价</translation>
        </message>
        <message>
            <source>Prices with tax</source>
            <translation>含税价</translation>
        </message>
        <message>
            <source>All at the reached price</source>
            <translation>全部按达到的阶梯价</translation>
        </message>
        <message>
            <source>Each bracket at its price</source>
            <translation>各阶梯分段计价</translation>
        </message>
        <message>
            <source>Markup on cost</source>
            <translation>按成本加成</translation>
        </message>
        <message>
            <source>Margin of price</source>
            <translation>按价格毛利率</translation>
        </message>
        <message>
            <source>Quote line</source>
            <translation>报价行</translation>
        </message>
        <message>
            <source>Quote lines</source>
            <translation>报价明细</translation>
        </message>
        <message>
            <source>Line through revisions</source>
            <translation>跨版本行标识</translation>
        </message>
        <message>
            <source>Description</source>
            <translation>描述</translation>
        </message>
        <message>
            <source>Customer part no.</source>
            <translation>客户料号</translation>
        </message>
        <message>
            <source>Annual volume</source>
            <translation>年用量</translation>
        </message>
        <message>
            <source>Tier type</source>
            <translation>阶梯类型</translation>
        </message>
        <message>
            <source>Price typed</source>
            <translation>手工定价</translation>
        </message>
        <message>
            <source>Guide price</source>
            <translation>基准价</translation>
        </message>
        <message>
            <source>Level needed</source>
            <translation>所需审批级别</translation>
        </message>
        <message>
            <source>Lead time</source>
            <translation>交期</translation>
        </message>
        <message>
            <source>Optional</source>
            <translation>可选</translation>
        </message>
        <message>
            <source>Amount with tax</source>
            <translation>含税金额</translation>
        </message>
        <message>
            <source>Quantity tier</source>
            <translation>数量阶梯</translation>
        </message>
        <message>
            <source>Quantity tiers</source>
            <translation>数量阶梯</translation>
        </message>
        <message>
            <source>Lot</source>
            <translation>批量</translation>
        </message>
        <message>
            <source>Cost of a quote line</source>
            <translation>报价行成本</translation>
        </message>
        <message>
            <source>Costs of quote lines</source>
            <translation>报价行成本</translation>
        </message>
        <message>
            <source>Unit cost</source>
            <translation>单位成本</translation>
        </message>
        <message>
            <source>Cost elements</source>
            <translation>成本要素</translation>
        </message>
        <message>
            <source>Floor price</source>
            <translation>底价</translation>
        </message>
        <message>
            <source>Margin</source>
            <translation>毛利率</translation>
        </message>
        <message>
            <source>Snapshot</source>
            <translation>快照</translation>
        </message>
        <message>
            <source>Price trace</source>
            <translation>价格计算过程</translation>
        </message>
        <message>
            <source>Problems</source>
            <translation>问题</translation>
        </message>
        <message>
            <source>Cost snapshot</source>
            <translation>成本快照</translation>
        </message>
        <message>
            <source>Cost snapshots</source>
            <translation>成本快照</translation>
        </message>
        <message>
            <source>Hash</source>
            <translation>哈希值</translation>
        </message>
        <message>
            <source>Content</source>
            <translation>内容</translation>
        </message>
        <message>
            <source>Engine version</source>
            <translation>引擎版本</translation>
        </message>
    </context>
    <context>
        <name>ui::CustomersPage</name>
        <message>
            <source>There are no customers yet</source>
            <translation>还没有客户</translation>
        </message>
        <message>
            <source>New customer</source>
            <translation>新建客户</translation>
        </message>
    </context>
</TS>
