/** A place to drop files on, or to choose them from. */
import { useState } from 'preact/hooks'
import type { GivenFile } from '../reading/files.ts'

interface Props {
  readonly label: string
  readonly chosen: readonly GivenFile[]
  readonly isMain?: boolean
  onChoose(files: readonly File[]): void
}

export function FileChoice({ label, chosen, isMain = false, onChoose }: Props) {
  const [over, setOver] = useState(false)
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    onChoose([...(event.dataTransfer?.files ?? [])])
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the input within is what a keyboard reaches
    <div
      class={`drop${isMain ? ' main' : ''}${over ? ' over' : ''}`}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <label>
        {label}
        <input
          type="file"
          multiple
          accept=".csv,.txt,.xml,.xlsx"
          onChange={(event) => onChoose([...(event.currentTarget.files ?? [])])}
        />
      </label>
      {chosen.length > 0 && <p>Chosen: {chosen.map((file) => file.name).join(', ')}</p>}
    </div>
  )
}
