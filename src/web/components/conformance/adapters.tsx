/** Each macro's options as the props of our component. Only for tests. */
import type { VNode } from 'preact'
import { BackLink } from '../govuk/BackLink.tsx'
import { Breadcrumbs } from '../govuk/Breadcrumbs.tsx'
import { Button } from '../govuk/Button.tsx'
import { CharacterCount, type Plural } from '../govuk/CharacterCount.tsx'
import { type Checkbox, Checkboxes } from '../govuk/Checkboxes.tsx'
import type { Divider } from '../govuk/choices.tsx'
import { DateInput, type DatePart } from '../govuk/DateInput.tsx'
import { Details } from '../govuk/Details.tsx'
import { ErrorMessage } from '../govuk/ErrorMessage.tsx'
import { ErrorSummary } from '../govuk/ErrorSummary.tsx'
import { Fieldset } from '../govuk/Fieldset.tsx'
import { FileUpload } from '../govuk/FileUpload.tsx'
import { Hint } from '../govuk/Hint.tsx'
import { Input } from '../govuk/Input.tsx'
import { InsetText } from '../govuk/InsetText.tsx'
import { Label } from '../govuk/Label.tsx'
import { NotificationBanner } from '../govuk/NotificationBanner.tsx'
import { type PageItem, type PageLink, Pagination } from '../govuk/Pagination.tsx'
import { Panel } from '../govuk/Panel.tsx'
import { Radios } from '../govuk/Radios.tsx'
import { Select } from '../govuk/Select.tsx'
import { ServiceNavigation } from '../govuk/ServiceNavigation.tsx'
import { SkipLink } from '../govuk/SkipLink.tsx'
import { type SummaryAction, SummaryList } from '../govuk/SummaryList.tsx'
import { type CellOptions, Table } from '../govuk/Table.tsx'
import { Tabs } from '../govuk/Tabs.tsx'
import { Tag } from '../govuk/Tag.tsx'
import { TaskList } from '../govuk/TaskList.tsx'
import { Textarea } from '../govuk/Textarea.tsx'
import { WarningText } from '../govuk/WarningText.tsx'
import { trustedHtml } from '../html.ts'
import type { HeadingLevel } from '../props.ts'
import {
  attributes,
  content,
  flag,
  isOptions,
  list,
  number,
  type Options,
  options,
  part,
  text,
  textOrNumber,
  word,
} from './official.ts'

const common = (given: Options) => ({ classes: text(given.classes), attributes: attributes(given.attributes) })

const headingLevel = (given: unknown): HeadingLevel | undefined => {
  const levels: readonly HeadingLevel[] = [1, 2, 3, 4, 5, 6]
  return levels.find((level) => level === given)
}

const slot = (given: unknown) => (typeof given === 'string' ? trustedHtml(given) : undefined)

const plural = (given: unknown): Plural | undefined =>
  isOptions(given) ? { one: text(given.one), other: text(given.other) } : undefined

const field = (given: Options) => ({
  ...common(given),
  name: text(given.name) ?? '',
  id: text(given.id),
  label: part(given.label),
  hint: part(given.hint),
  errorMessage: part(given.errorMessage),
  describedBy: text(given.describedBy),
  disabled: flag(given.disabled),
  formGroup: isOptions(given.formGroup)
    ? {
        ...common(given.formGroup),
        beforeInput: content(given.formGroup.beforeInput),
        afterInput: content(given.formGroup.afterInput),
      }
    : undefined,
})

const group = (given: Options) => {
  const fieldset = given.fieldset
  return {
    ...common(given),
    hint: part(given.hint),
    errorMessage: part(given.errorMessage),
    legend: part(options(fieldset).legend),
    fieldset: isOptions(fieldset) ? { ...common(fieldset), describedBy: text(fieldset.describedBy) } : undefined,
    formGroup: isOptions(given.formGroup)
      ? {
          ...common(given.formGroup),
          beforeInputs: content(given.formGroup.beforeInputs),
          afterInputs: content(given.formGroup.afterInputs),
        }
      : undefined,
  }
}

const choice = (given: unknown): Checkbox | Divider | undefined => {
  if (!isOptions(given)) return undefined
  const divider = text(given.divider)
  if (divider !== undefined) return { divider }
  return {
    value: textOrNumber(given.value),
    text: content(given),
    id: text(given.id),
    name: text(given.name),
    behaviour: word(given.behaviour, 'exclusive'),
    checked: flag(given.checked),
    disabled: flag(given.disabled),
    hint: content(given.hint) ? part(given.hint) : undefined,
    conditional: content(given.conditional),
    label: isOptions(given.label) ? common(given.label) : undefined,
    attributes: attributes(given.attributes),
  }
}

const choiceGroup = (given: Options) => ({
  ...group(given),
  name: text(given.name) ?? '',
  idPrefix: text(given.idPrefix),
  items: list(given.items).map(choice),
})

const datePart = (given: unknown): DatePart | false | undefined => {
  if (given === false) return false
  if (!isOptions(given)) return undefined
  return {
    ...common(given),
    name: text(given.name),
    label: text(given.label),
    value: textOrNumber(given.value),
    error: flag(given.error),
    id: text(given.id),
    inputmode: word(given.inputmode, 'text', 'numeric'),
    autocomplete: text(given.autocomplete),
    pattern: text(given.pattern),
  }
}

/** The macro wants the prefix in the names of the values too. */
const dateValues = (given: Options) => {
  const prefix = text(given.namePrefix)
  return Object.fromEntries(
    Object.entries(options(given.values)).map(([name, value]) => [
      prefix && name.startsWith(`${prefix}-`) ? name.slice(prefix.length + 1) : name,
      textOrNumber(value),
    ]),
  )
}

const pageLink = (given: unknown): PageLink | undefined =>
  isOptions(given) && given.href
    ? {
        href: text(given.href) ?? '',
        text: content(given),
        labelText: text(given.labelText),
        attributes: attributes(given.attributes),
      }
    : undefined

const pageItem = (given: unknown): PageItem | undefined => {
  if (!isOptions(given) || Object.keys(given).length === 0) return undefined
  if (given.ellipsis) return { ellipsis: true }
  return {
    number: textOrNumber(given.number) ?? '',
    href: text(given.href) ?? '',
    current: flag(given.current),
    visuallyHiddenText: text(given.visuallyHiddenText),
    attributes: attributes(given.attributes),
  }
}

const summaryActions = (given: unknown): readonly SummaryAction[] | undefined =>
  Array.isArray(options(given).items)
    ? list(options(given).items).map((action) => ({
        ...common(options(action)),
        text: content(action),
        href: text(options(action).href) ?? '',
        visuallyHiddenText: text(options(action).visuallyHiddenText),
      }))
    : undefined

const actionsClasses = (given: unknown) => text(options(given).classes)

const cell = (given: unknown): CellOptions => {
  const cellOptions = options(given)
  return {
    ...common(cellOptions),
    text: content(given),
    format: word(cellOptions.format, 'numeric'),
    colspan: number(cellOptions.colspan),
    rowspan: number(cellOptions.rowspan),
  }
}

const interruption = 'govuk-panel--interruption'

/** By the name of the macro's folder. */
export const adapters: Readonly<Record<string, (given: Options) => VNode>> = {
  'back-link': (given) => (
    <BackLink {...common(given)} href={text(given.href)}>
      {content(given)}
    </BackLink>
  ),
  breadcrumbs: (given) => (
    <Breadcrumbs
      {...common(given)}
      collapseOnMobile={flag(given.collapseOnMobile)}
      labelText={text(given.labelText)}
      items={list(given.items).map((item) => ({
        text: content(item),
        href: text(options(item).href),
        attributes: attributes(options(item).attributes),
      }))}
    />
  ),
  button: (given) => (
    <Button
      {...common(given)}
      href={text(given.href)}
      type={word(given.type, 'button', 'submit', 'reset')}
      name={text(given.name)}
      value={text(given.value)}
      id={text(given.id)}
      disabled={flag(given.disabled)}
      preventDoubleClick={flag(given.preventDoubleClick)}
      isStartButton={flag(given.isStartButton)}
    >
      {content(given)}
    </Button>
  ),
  'character-count': (given) => (
    <CharacterCount
      {...field(given)}
      value={text(given.value)}
      rows={number(given.rows)}
      spellcheck={flag(given.spellcheck)}
      maxlength={number(given.maxlength)}
      maxwords={number(given.maxwords)}
      countType={word(given.countType, 'length', 'characters', 'words')}
      threshold={number(given.threshold)}
      countMessage={isOptions(given.countMessage) ? common(given.countMessage) : undefined}
      textareaDescriptionText={text(given.textareaDescriptionText)}
      charactersUnderLimitText={plural(given.charactersUnderLimitText)}
      charactersAtLimitText={text(given.charactersAtLimitText)}
      charactersOverLimitText={plural(given.charactersOverLimitText)}
      wordsUnderLimitText={plural(given.wordsUnderLimitText)}
      wordsAtLimitText={text(given.wordsAtLimitText)}
      wordsOverLimitText={plural(given.wordsOverLimitText)}
    />
  ),
  checkboxes: (given) => (
    <Checkboxes
      {...choiceGroup(given)}
      describedBy={text(given.describedBy)}
      values={list(given.values).map((value) => textOrNumber(value) ?? '')}
    />
  ),
  'date-input': (given) => (
    <DateInput
      {...group(given)}
      id={text(given.id) ?? ''}
      namePrefix={text(given.namePrefix)}
      values={dateValues(given)}
      day={datePart(given.day)}
      month={datePart(given.month)}
      year={datePart(given.year)}
      items={list(given.items).map(datePart)}
    />
  ),
  details: (given) => (
    <Details
      {...common(given)}
      id={text(given.id)}
      open={flag(given.open)}
      summary={content(given, 'summaryHtml', 'summaryText')}
    >
      {content(given)}
    </Details>
  ),
  'error-message': (given) => (
    <ErrorMessage
      {...common(given)}
      id={text(given.id)}
      visuallyHiddenText={given.visuallyHiddenText === false ? '' : text(given.visuallyHiddenText)}
    >
      {content(given)}
    </ErrorMessage>
  ),
  'error-summary': (given) => (
    <ErrorSummary
      {...common(given)}
      title={content(given, 'titleHtml', 'titleText') ?? ''}
      description={content(given, 'descriptionHtml', 'descriptionText')}
      disableAutoFocus={flag(given.disableAutoFocus)}
      errorList={list(given.errorList).map((item) => ({
        text: content(item),
        href: text(options(item).href),
        attributes: attributes(options(item).attributes),
      }))}
    />
  ),
  fieldset: (given) => (
    <Fieldset
      {...common(given)}
      legend={part(given.legend)}
      role={word(given.role, 'group', 'presentation')}
      describedBy={text(given.describedBy)}
    >
      {content(given)}
    </Fieldset>
  ),
  'file-upload': (given) => (
    <FileUpload
      {...field(given)}
      multiple={flag(given.multiple)}
      javascript={flag(given.javascript)}
      wrapperClasses={text(given.wrapperClasses)}
      wrapperAttributes={attributes(given.wrapperAttributes)}
      chooseFilesButtonText={text(given.chooseFilesButtonText)}
      noFileChosenText={text(given.noFileChosenText)}
      multipleFilesChosenText={plural(given.multipleFilesChosenText)}
      dropInstructionText={text(given.dropInstructionText)}
      enteredDropZoneText={text(given.enteredDropZoneText)}
      leftDropZoneText={text(given.leftDropZoneText)}
    />
  ),
  hint: (given) => (
    <Hint {...common(given)} id={text(given.id)}>
      {content(given)}
    </Hint>
  ),
  input: (given) => (
    <Input
      {...field(given)}
      value={textOrNumber(given.value)}
      type={word(given.type, 'text', 'number', 'email', 'tel')}
      inputmode={word(given.inputmode, 'text', 'numeric', 'decimal')}
      autocomplete={text(given.autocomplete)}
      autocapitalize={word(given.autocapitalize, 'none')}
      pattern={text(given.pattern)}
      spellcheck={flag(given.spellcheck)}
      prefix={content(given.prefix) ? part(given.prefix) : undefined}
      suffix={content(given.suffix) ? part(given.suffix) : undefined}
      inputWrapper={isOptions(given.inputWrapper) ? common(given.inputWrapper) : undefined}
    />
  ),
  'inset-text': (given) => (
    <InsetText {...common(given)} id={text(given.id)}>
      {content(given)}
    </InsetText>
  ),
  label: (given) => (
    <Label {...common(given)} for={text(given.for)} isPageHeading={flag(given.isPageHeading)}>
      {content(given)}
    </Label>
  ),
  'notification-banner': (given) => (
    <NotificationBanner
      {...common(given)}
      type={given.type === 'success' ? 'success' : undefined}
      title={content(given, 'titleHtml', 'titleText')}
      titleId={text(given.titleId)}
      titleHeadingLevel={headingLevel(given.titleHeadingLevel)}
      role={word(given.role, 'alert', 'region', 'banner')}
      disableAutoFocus={flag(given.disableAutoFocus)}
    >
      {content(given)}
    </NotificationBanner>
  ),
  pagination: (given) => (
    <Pagination
      {...common(given)}
      items={Array.isArray(given.items) ? given.items.map(pageItem) : undefined}
      previous={pageLink(given.previous)}
      next={pageLink(given.next)}
      landmarkLabel={text(given.landmarkLabel)}
    />
  ),
  panel: (given) => {
    const classes = text(given.classes) ?? ''
    return (
      <Panel
        {...common(given)}
        // Ours is a variant, so that it need not be known by its class.
        variant={classes.includes(interruption) ? 'interruption' : 'confirmation'}
        classes={classes.replace(interruption, '').trim()}
        title={content(given, 'titleHtml', 'titleText')}
        headingLevel={headingLevel(given.headingLevel)}
        actions={
          isOptions(given.actions)
            ? {
                ...common(given.actions),
                items: list(given.actions.items).map((action) => ({
                  ...common(options(action)),
                  text: text(options(action).text) ?? '',
                  href: text(options(action).href),
                  type: word(options(action).type, 'button', 'submit', 'reset'),
                })),
              }
            : undefined
        }
      >
        {content(given)}
      </Panel>
    )
  },
  radios: (given) => <Radios {...choiceGroup(given)} value={text(given.value)} />,
  select: (given) => (
    <Select
      {...field(given)}
      value={textOrNumber(given.value)}
      items={list(given.items).map((item) => {
        if (!isOptions(item)) return undefined
        return {
          text: text(item.text),
          value: typeof item.value === 'boolean' ? item.value : textOrNumber(item.value),
          selected: flag(item.selected),
          disabled: flag(item.disabled),
          attributes: attributes(item.attributes),
        }
      })}
    />
  ),
  'service-navigation': (given) => {
    const slots = options(given.slots)
    return (
      <ServiceNavigation
        {...common(given)}
        serviceName={text(given.serviceName)}
        serviceUrl={text(given.serviceUrl)}
        ariaLabel={text(given.ariaLabel)}
        menuButtonText={text(given.menuButtonText)}
        menuButtonLabel={text(given.menuButtonLabel)}
        navigationLabel={text(given.navigationLabel)}
        navigationClasses={text(given.navigationClasses)}
        navigationId={text(given.navigationId)}
        collapseNavigationOnMobile={flag(given.collapseNavigationOnMobile)}
        slots={{
          start: slot(slots.start),
          end: slot(isOptions(slots.end) ? slots.end.html : slots.end),
          isEndInline: options(slots.end).align === 'inline',
          navigationStart: slot(slots.navigationStart),
          navigationEnd: slot(slots.navigationEnd),
        }}
        navigation={list(given.navigation).map((item) =>
          isOptions(item)
            ? {
                text: content(item),
                href: text(item.href),
                current: flag(item.current),
                active: flag(item.active),
                attributes: attributes(item.attributes),
              }
            : undefined,
        )}
      />
    )
  },
  'skip-link': (given) => (
    <SkipLink {...common(given)} href={text(given.href)}>
      {content(given)}
    </SkipLink>
  ),
  'summary-list': (given) => {
    const card = given.card
    return (
      <SummaryList
        {...common(given)}
        rows={list(given.rows).map((row) =>
          isOptions(row)
            ? {
                classes: text(row.classes),
                key: part(row.key) ?? '',
                value: part(row.value) ?? '',
                actions: summaryActions(row.actions),
                actionsClasses: actionsClasses(row.actions),
              }
            : undefined,
        )}
        card={
          isOptions(card)
            ? {
                ...common(card),
                title: isOptions(card.title)
                  ? { text: content(card.title), headingLevel: headingLevel(card.title.headingLevel) }
                  : undefined,
                actions: summaryActions(card.actions),
                actionsClasses: actionsClasses(card.actions),
              }
            : undefined
        }
      />
    )
  },
  table: (given) => (
    <Table
      {...common(given)}
      caption={text(given.caption)}
      captionClasses={text(given.captionClasses)}
      firstCellIsHeader={flag(given.firstCellIsHeader)}
      head={Array.isArray(given.head) ? given.head.map(cell) : undefined}
      rows={list(given.rows).map((row) => (Array.isArray(row) ? row.map(cell) : undefined))}
    />
  ),
  tabs: (given) => (
    <Tabs
      {...common(given)}
      id={text(given.id)}
      idPrefix={text(given.idPrefix)}
      title={text(given.title)}
      items={list(given.items).map((item) =>
        isOptions(item)
          ? {
              label: text(item.label),
              id: text(item.id),
              panel: content(item.panel),
              attributes: attributes(item.attributes),
              panelAttributes: attributes(options(item.panel).attributes),
            }
          : undefined,
      )}
    />
  ),
  tag: (given) => <Tag {...common(given)}>{content(given)}</Tag>,
  'task-list': (given) => (
    <TaskList
      {...common(given)}
      idPrefix={text(given.idPrefix)}
      items={list(given.items).map((item) => {
        if (!isOptions(item)) return undefined
        const status = options(item.status)
        const tag = status.tag
        return {
          title: part(item.title) ?? '',
          href: text(item.href),
          hint: content(item.hint),
          classes: text(item.classes),
          status: isOptions(tag)
            ? { ...common(status), text: <Tag {...common(tag)}>{content(tag)}</Tag> }
            : { ...common(status), text: content(status) },
        }
      })}
    />
  ),
  textarea: (given) => (
    <Textarea
      {...field(given)}
      value={text(given.value)}
      rows={number(given.rows)}
      spellcheck={flag(given.spellcheck)}
      autocomplete={text(given.autocomplete)}
    />
  ),
  'warning-text': (given) => (
    <WarningText {...common(given)} iconFallbackText={text(given.iconFallbackText)}>
      {content(given)}
    </WarningText>
  ),
}
