import { type Attributes, classList, type Props } from '../props.ts'
import { type Plural, plural } from './CharacterCount.tsx'
import { describedByOf, descriptionsOf, type FieldProps, FormGroup, labelOf } from './field.tsx'

export type FileUploadProps = FieldProps &
  Props<{
    multiple?: boolean
    /** A larger area to drop files on, where scripts run. */
    javascript?: boolean
    wrapperClasses?: string
    wrapperAttributes?: Attributes
    chooseFilesButtonText?: string
    noFileChosenText?: string
    multipleFilesChosenText?: Plural
    dropInstructionText?: string
    enteredDropZoneText?: string
    leftDropZoneText?: string
  }>

/** A file of the person's own. */
export const FileUpload = (props: FileUploadProps) => {
  const id = props.id ?? props.name
  const { errorMessage, formGroup } = props
  const classes = classList('govuk-file-upload', props.classes)
  const control = (
    <input
      class={errorMessage ? `${classes} govuk-file-upload--error` : classes}
      id={id}
      name={props.name}
      type="file"
      disabled={props.disabled}
      multiple={props.multiple}
      aria-describedby={describedByOf(id, props, props.describedBy)}
      {...props.attributes}
    />
  )
  return (
    <FormGroup hasError={!!errorMessage} options={formGroup}>
      {labelOf(id, props.label)}
      {descriptionsOf(id, props)}
      {formGroup?.beforeInput}
      {props.javascript ? (
        <div class={classList('govuk-file-upload-wrapper', props.wrapperClasses)} {...wrapperAttributes(props)}>
          {control}
        </div>
      ) : (
        control
      )}
      {formGroup?.afterInput}
    </FormGroup>
  )
}

/** What GOV.UK's script reads. */
const wrapperAttributes = (props: FileUploadProps): Attributes => ({
  'data-module': 'govuk-file-upload',
  'data-i18n.choose-files-button': props.chooseFilesButtonText,
  'data-i18n.no-file-chosen': props.noFileChosenText,
  ...plural('multiple-files-chosen', props.multipleFilesChosenText),
  'data-i18n.drop-instruction': props.dropInstructionText,
  'data-i18n.entered-drop-zone': props.enteredDropZoneText,
  'data-i18n.left-drop-zone': props.leftDropZoneText,
  ...props.wrapperAttributes,
})
